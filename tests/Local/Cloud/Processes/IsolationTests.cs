using System.Collections.Concurrent;
using System.Diagnostics;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Tests.Host.Data;
using Sluice.Platform.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class IsolationTests : IDisposable
{
    // All the ways to get away that need no help: another session, no ear for a hang-up, no parent, and no pipe that could be seen to be open.
    private const string Escape = """
        setsid sleep 7771 </dev/null >/dev/null 2>&1 &
        nohup sleep 7772 </dev/null >/dev/null 2>&1 &
        ( ( setsid nohup sleep 7773 </dev/null >/dev/null 2>&1 & ) & )
        until [ "$(grep -lsz '^sleep' /proc/[0-9]*/cmdline | while read -r f; do grep -qsz "^SLUICE_MARK=$SLUICE_MARK" "${f%cmdline}environ" && echo; done | wc -l)" = 3 ]; do :; done
        echo escaped "$SLUICE_MARK"

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-isolation-").FullName;
    private readonly TaskCompletionSource<string> _mark = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task All_that_a_program_started_ends_when_the_program_ends(string isolation)
    {
        await using var program = Start(isolation, Escape + "exit 3");

        (await program.Exited).ShouldBe(3);

        MarkedProcesses.Find(ProcessRecord.MarkVariable, await _mark.Task).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task All_that_a_program_started_ends_when_the_program_is_stopped(string isolation)
    {
        var program = Start(isolation, Escape + "sleep 7774");

        // The shell and the three that got away; its own last one may not have begun.
        MarkedProcesses.Find(ProcessRecord.MarkVariable, await _mark.Task).Count.ShouldBeGreaterThanOrEqualTo(4);

        await program.DisposeAsync();

        MarkedProcesses.Find(ProcessRecord.MarkVariable, await _mark.Task).ShouldBeEmpty();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task All_that_a_program_started_is_ended_at_the_next_start_even_if_the_program_has_ended_by_then(string isolation)
    {
        await using var program = Start(isolation, Escape + "sleep 7774");
        var mark = await _mark.Task;
        var record = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken);
        using (var leader = Process.GetProcessById(program.Pid))
        {
            // What is left of it is as after a kill -9 of the suite, which ended the program too.
            leader.Kill();
        }

        await program.Exited;
        using var left = StartMarked(mark);
        await File.WriteAllTextAsync(record, text, TestContext.Current.CancellationToken);

        await new ProcessLedger(_folder, Isolation.Marks("the test says so"), TimeProvider.System).EndOrphansAsync();

        await left.WaitForExitAsync(TestContext.Current.CancellationToken);
        MarkedProcesses.Find(ProcessRecord.MarkVariable, mark).ShouldBeEmpty();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task A_program_hears_that_it_is_asked_to_end_and_tells_its_own_exit_code(string isolation)
    {
        await using var program = Start(isolation, "trap 'echo asked; exit 5' TERM; echo escaped \"$SLUICE_MARK\"; while :; do sleep 0.01; done");
        await _mark.Task;

        program.Terminate();

        (await program.Exited).ShouldBe(5);
        _said.ShouldContain("asked");
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task A_program_that_does_not_listen_for_it_ends_when_it_is_asked_to(string isolation)
    {
        await using var program = Start(isolation, "echo escaped \"$SLUICE_MARK\"; exec sleep 7775");
        await _mark.Task;

        program.Terminate();

        (await program.Exited).ShouldBe(128 + 15);
    }

    [Fact]
    public async Task A_program_does_not_end_with_the_thread_that_started_it()
    {
        ChildProcess? started = null;
        var thread = new Thread(() => started = Start("namespaces", "trap 'exit 5' TERM; echo escaped \"$SLUICE_MARK\"; while :; do sleep 0.01; done"));
        thread.Start();
        thread.Join();
        await using var program = started!;
        await _mark.Task;

        // The thread has gone by now: the program ran on to tell its mark, and hears this.
        program.Terminate();

        (await program.Exited).ShouldBe(5);
    }

    [Fact]
    public async Task In_a_namespace_no_other_process_of_the_machine_is_seen()
    {
        await using var program = Start("namespaces", "echo escaped \"$SLUICE_MARK\"; echo /proc/[0-9]*");
        await program.Exited;

        _said.ShouldContain("/proc/1 /proc/2");
    }

    [Fact]
    public async Task A_user_who_is_not_root_gets_a_namespace_whose_end_is_everybodys()
    {
        OtherUser.SkipUnlessRoot();
        var launcher = IsolationProbe.Candidates("/usr/bin/setpriv", "/usr/bin/unshare").Last().Launcher;
        List<string> command = [$"--reuid={OtherUser.Id}", $"--regid={OtherUser.Id}", "--clear-groups", .. launcher, "/bin/sh", "-c", "setsid sleep 7776 </dev/null >/dev/null 2>&1 & echo $$ $(id -u); read -r end; exit 4"];
        var info = new ProcessStartInfo("setpriv", command) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var mark = Guid.NewGuid().ToString("N");
        info.Environment[ProcessRecord.MarkVariable] = mark;
        using var process = StarterThread.Start(info);
        var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(said is null, "This machine gives users no namespaces.");
        said.ShouldBe($"1 {OtherUser.Id}");

        process.StandardInput.Close();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(4);
        MarkedProcesses.Find(ProcessRecord.MarkVariable, mark).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("marks", "because SLUICE_ISOLATION says so")]
    [InlineData("", "")]
    public void What_holds_programs_together_is_told(string asked, string told) =>
        Isolation.Of(new Dictionary<string, string> { [Isolation.Variable] = asked }).Description.ShouldContain(told);

    [Fact]
    public void What_is_neither_namespaces_nor_marks_is_refused() =>
        Should.Throw<UsageException>(() => Isolation.Of(new Dictionary<string, string> { [Isolation.Variable] = "mark" }))
            .Message.ShouldBe("SLUICE_ISOLATION is 'mark'; expected 'namespaces' or 'marks', or nothing for what the machine gives.");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Process StartMarked(string mark)
    {
        var info = new ProcessStartInfo("sleep", ["7777"]) { UseShellExecute = false };
        info.Environment[ProcessRecord.MarkVariable] = mark;
        return Process.Start(info)!;
    }

    private ChildProcess Start(string asked, string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What has left its group is found on Linux only.");
        var isolation = Isolation.Of(new Dictionary<string, string> { [Isolation.Variable] = asked == "marks" ? asked : "" });
        Assert.SkipUnless(isolation.IsNamespace == (asked == "namespaces"), isolation.Description);
        var environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        return ChildProcess.Start(new ProcessSpec("/bin/sh", ["-c", script], "/", environment), new ProcessLedger(_folder, isolation, TimeProvider.System), line =>
        {
            _said.Enqueue(line.Text);
            if (line.Text.StartsWith("escaped ", StringComparison.Ordinal))
            {
                _mark.TrySetResult(line.Text["escaped ".Length..]);
            }
        });
    }
}
