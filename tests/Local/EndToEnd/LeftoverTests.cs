using System.Diagnostics;
using Sluice.Local.Tests.Cloud.Processes;
using Sluice.Platform.Files;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>What a build leaves on the machine: processes that got away, and files.</summary>
public sealed class LeftoverTests : IDisposable
{
    private const string Isolation = "SLUICE_ISOLATION";
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task In_a_namespace_what_a_build_left_running_ends_with_a_suite_that_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Namespaces are Linux's.");
        Build("setsid nohup sleep 7781 </dev/null >/dev/null 2>&1 & echo $SLUICE_MARK/$! is l''eft; sleep 7782");
        await using var serve = Serve("namespaces");
        var left = await LeftAsync(serve);
        HostProcess.IdOf(left).ShouldNotBeNull();

        serve.KillHard();

        await serve.ExitAsync();
        while (HostProcess.IdOf(left) is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task By_its_mark_what_a_build_left_running_is_ended_by_the_next_suite_after_a_kill()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What has left its group is found on Linux only.");
        Build("setsid nohup sleep 7783 </dev/null >/dev/null 2>&1 & echo $SLUICE_MARK/$! is l''eft; sleep 7784");
        await using var serve = Serve("marks");
        var left = await LeftAsync(serve);
        serve.KillHard();
        await serve.ExitAsync();
        HostProcess.IdOf(left).ShouldNotBeNull();

        await using var next = Serve("marks");
        await next.LineAsync("listening on");

        HostProcess.IdOf(left).ShouldBeNull();
    }

    [Theory]
    [InlineData("namespaces")]
    [InlineData("marks")]
    public async Task What_a_build_left_running_ends_with_a_suite_that_is_stopped_and_all_files_are_the_users_alone(string isolation)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What has left its group is found on Linux only.");
        Build("setsid nohup sleep 7785 </dev/null >/dev/null 2>&1 & echo umask is $(umask); echo $SLUICE_MARK/$! is l''eft; sleep 7786");
        await using var serve = Serve(isolation);
        var left = await LeftAsync(serve);

        await serve.SignalAsync("INT");
        await serve.ExitAsync();

        HostProcess.IdOf(left).ShouldBeNull();
        serve.Output.ShouldContain($"umask is {await UmaskAsync()}");
        Open(_repository.Data).ShouldBeEmpty();
    }

    public void Dispose() => _repository.Dispose();

    private static async Task<string> LeftAsync(SluiceProcess serve)
    {
        // The command itself is shown before it runs, and does not look like this.
        var line = await serve.LineAsync(" is left", "The build tells which process it left.");
        return line.Split(' ').Single(word => word.Contains('/'));
    }

    private static async Task<string> UmaskAsync()
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "umask"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return (await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
    }

    /// <summary>What others have a right to.</summary>
    private static IEnumerable<string> Open(string folder)
    {
        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        return Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder)
            .Where(path => EntryStatus.Of(path) is { IsLink: false } status && (status.Rights & others) != 0);
    }

    private void Build(string command)
    {
        _repository.Write("buildspec.yml", $"version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        {command}\n");
        _repository.Commit();
    }

    private SluiceProcess Serve(string isolation) => SluiceProcess.StartWith(Isolation, isolation, "serve", "--data", _repository.Data, "--repository", _repository.Path);
}
