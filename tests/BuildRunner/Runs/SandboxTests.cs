using System.Diagnostics;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Runs;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Sandboxes with real shells; the service that hands out commands is played.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly BuildFixture _fixture = new();
    private readonly ScriptedCommands _commands = new();

    [Fact]
    public async Task Each_command_has_a_shell_of_its_own_that_begins_in_the_source()
    {
        _fixture.Repository.Write("shop.txt", "in stock");
        var finished = await RunAsync("cat shop.txt; mkdir -p deep; cd deep; export A=1", "ls shop.txt; echo \"A is '$A'\"; echo 'not good' >&2; exit 3", "this is no (command");

        finished[0].ShouldBe(new FinishedCommand("1", 0, "in stock", null));
        finished[1].ShouldBe(new FinishedCommand("2", 3, "shop.txt\nA is ''\n", "not good\n"));
        finished[2].ExitCode.ShouldBe(2);
        finished[2].StandardErrContent!.ShouldContain("yntax error");
    }

    [Fact]
    public async Task What_commands_print_is_in_the_log_too_and_secrets_are_in_neither()
    {
        _fixture.Environment.Add(new JobVariable("TOKEN", "/token") { Kind = JobVariableKind.ParameterStore });
        _fixture.Values.Parameters["/token"] = "a-real-secret";

        var finished = await RunAsync("echo \"I say $TOKEN\"");

        finished[0].StandardOutputContent.ShouldBe("I say ***\n");
        _fixture.Log.ShouldContain("I say ***");
        _fixture.Log.ShouldNotContain("a-real-secret");
    }

    [Fact]
    public async Task Of_much_output_the_end_is_told()
    {
        var finished = await RunAsync("seq 1 100000; echo the end");

        finished[0].StandardOutputContent!.ShouldEndWith("100000\nthe end\n");
        finished[0].StandardOutputContent!.Length.ShouldBeInRange(CapturedText.Most, CapturedText.Most + 100);
        finished[0].StandardOutputContent!.ShouldContain("characters and what was before them are in the log)");
    }

    [Fact]
    public async Task A_result_that_could_not_be_handed_in_is_handed_in_again_and_no_command_runs_twice()
    {
        _commands.FailsOnce = true;

        var finished = await RunAsync("echo once >> count; cat count", "cat count");

        finished.Select(one => one.StandardOutputContent).ShouldBe(["once\n", "once\n"]);
    }

    [Fact]
    public async Task A_command_may_leave_something_running()
    {
        var finished = await RunAsync("(sleep 600; echo late) & echo done");

        finished[0].ShouldBe(new FinishedCommand("1", 0, "done\n", null));
    }

    [Fact]
    public async Task It_runs_no_buildspec_and_ends_when_it_is_stopped()
    {
        _fixture.Repository.Write("buildspec.yml", "version: 0.2\nphases: {install: {commands: [echo installed]}}");
        using var stop = new CancellationTokenSource();
        _commands.Wanted(["sleep 600"], () => Task.CompletedTask);
        var run = StartAsync(Job(), stop.Token);
        await _fixture.SeenAsync("[BUILD] Running command: sleep 600");
        await stop.CancelAsync();

        var result = await run;

        result.Status.ShouldBe(BuildStatus.Stopped);
        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE BUILD!STOPPED FINALIZING COMPLETED");
        _fixture.Log.ShouldNotContain("installed");
    }

    [Fact]
    public async Task While_it_runs_a_terminal_can_be_opened_that_is_where_its_commands_are()
    {
        _fixture.Environment.Add(new JobVariable("GREETING", "it's \"me\" for $5"));
        _fixture.Repository.Write("shop.txt", "in stock");
        var job = Job();
        string typed = "", mode = "";

        await RunAsync(job, ["true"], async () =>
        {
            var script = Path.Combine(_fixture.WorkspaceParent, SandboxTerminal.FileName(job.BuildId.Split(':')[1]));
            mode = OperatingSystem.IsWindows() ? "" : File.GetUnixFileMode(script).ToString();
            typed = await TypeAsync(job, "cat shop.txt; echo; echo \"$GREETING\"; echo \"[$OF_THE_MACHINE_ALONE]\"; test \"$PWD\" = \"$CODEBUILD_SRC_DIR\" && exit 3");
        });

        typed.ShouldBe("in stock\nit's \"me\" for $5\n[]\n3");
        mode.ShouldBe("UserExecute, UserWrite, UserRead");
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_service_it_says_what_it_needs()
    {
        var result = await _fixture.RunAsync(Job(), TestContext.Current.CancellationToken);

        (result.Status, result.Message).ShouldBe((BuildStatus.Failed, "BUILD: A sandbox needs the service's address, and none is set."));
    }

    public void Dispose() => _fixture.Dispose();

    private BuildJob Job() =>
        _fixture.JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() }) with { Mode = JobMode.Sandbox, Artifacts = null };

    private Task<BuildResult> StartAsync(BuildJob job, CancellationToken stop)
    {
        _fixture.Commands = _commands;
        return _fixture.RunAsync(job, stop);
    }

    private async Task<IReadOnlyList<FinishedCommand>> RunAsync(params IReadOnlyList<string> commands)
    {
        await RunAsync(Job(), commands, () => Task.CompletedTask);
        return _commands.Finished;
    }

    private async Task RunAsync(BuildJob job, IReadOnlyList<string> commands, Func<Task> atEnd)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _commands.Wanted(commands, async () =>
        {
            await atEnd();
            await stop.CancelAsync();
        });
        (await StartAsync(job, stop.Token)).Status.ShouldBe(BuildStatus.Stopped);
    }

    /// <summary>What the terminal prints, and its exit code. It is opened as by ECS Exec, which has no part of the sandbox.</summary>
    private async Task<string> TypeAsync(BuildJob job, string line)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", SandboxTerminal.Command(job.BuildId.Split(':')[1])]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        (start.Environment[RunnerVariables.Workspace], start.Environment["OF_THE_MACHINE_ALONE"]) = (_fixture.WorkspaceParent, "here");
        using var process = Process.Start(start)!;
        var (output, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await said;
        return $"{await output}{process.ExitCode}";
    }

    /// <summary>Hands out commands until each has a result, as the service does.</summary>
    private sealed class ScriptedCommands : ICommandSource
    {
        private readonly List<FinishedCommand> _finished = [];
        private IReadOnlyList<string> _wanted = [];
        private Func<Task> _atEnd = () => Task.CompletedTask;

        public bool FailsOnce { get; set; }

        public IReadOnlyList<FinishedCommand> Finished => _finished;

        public void Wanted(IReadOnlyList<string> commands, Func<Task> atEnd) => (_wanted, _atEnd) = (commands, atEnd);

        public async Task<SandboxOrder> ExchangeAsync(FinishedCommand? finished, CancellationToken cancellationToken)
        {
            if (finished is not null && FailsOnce)
            {
                FailsOnce = false;
                throw new HttpRequestException("away");
            }

            if (finished is not null && _finished.All(one => one.Id != finished.Id))
            {
                _finished.Add(finished);
            }

            if (_finished.Count < _wanted.Count)
            {
                return new SandboxOrder($"{_finished.Count + 1}", _wanted[_finished.Count]);
            }

            await _atEnd();
            return new SandboxOrder(null, null);
        }
    }
}
