using Sluice.BuildContract;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Commands of other users.</summary>
public sealed class RunAsTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    public RunAsTests() => Let(UnixFileMode.OtherExecute);

    [Fact]
    public async Task A_user_that_cannot_reach_the_workspace_is_refused()
    {
        SkipUnlessRoot();
        Let(UnixFileMode.None);

        var result = await _fixture.BuildAsync("version: 0.2\nrun-as: nobody\nphases: {build: {commands: [id]}}", TestContext.Current.CancellationToken);

        result.Message!.ShouldContain("run-as: 'nobody' cannot enter the workspace");
    }

    [Fact]
    public async Task Phases_run_as_whom_they_name_and_the_shells_state_goes_on()
    {
        SkipUnlessRoot();
        _fixture.Repository.Write("given", "");

        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            run-as: nobody
            phases:
              install:
                run-as: root
                commands: [mkdir made, cd made, KEPT=kept, export PASSED=passed, 'echo "1 $(id -un) $HOME"']
              build:
                commands: ['echo "2 $(id -un) $PASSED $(basename "$PWD") $HOME"', touch new ../given, 'printf %s "$PASSED" > out']
              post_build:
                run-as: root
                commands: ['echo "3 $(id -un) $PASSED $(basename "$PWD") $HOME"']
            env: {exported-variables: [PASSED]}
            artifacts: {files: [out], base-directory: made}
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        var home = _fixture.Machine.GetValueOrDefault("HOME", "/root");
        _fixture.Log.ShouldContain($"\n1 root {home}\n");
        _fixture.Log.ShouldContain("\n2 nobody passed made /nonexistent\n");
        _fixture.Log.ShouldContain($"\n3 root passed made {home}\n");
        result.ExportedVariables["PASSED"].ShouldBe("passed");
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run-as: nobody-knows\nphases: {build: {commands: [id]}}", "run-as: this machine has no user 'nobody-knows'.")]
    [InlineData("phases: {build: {run-as: nobody-knows, commands: [id]}}", "run-as: this machine has no user 'nobody-knows'.")]
    public async Task A_user_that_is_not_there_is_refused_by_name_before_anything_runs(string buildspec, string message)
    {
        var result = await _fixture.BuildAsync($"version: 0.2\n{buildspec}", TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Message!.ShouldContain(message);
    }

    [Theory]
    [InlineData("setpriv")]
    [InlineData("runuser")]
    [InlineData("su")]
    public async Task Any_of_the_machines_tools_will_do(string tool)
    {
        SkipUnlessRoot();
        using var bin = new TemporaryFolder();
        Let(bin.Path, UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (var name in new[] { tool, "id", "chown", "getent", "bash", "git", "cat", "sed", "pwd", "sh" })
        {
            var found = new[] { "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
            Assert.SkipWhen(found is null, $"{name} is not on this machine");
            File.CreateSymbolicLink(Path.Combine(bin.Path, name), found!);
        }

        _fixture.Machine["PATH"] = bin.Path;

        var result = await _fixture.BuildAsync("version: 0.2\nrun-as: nobody\nphases: {build: {commands: ['echo \"as $(id -un)\"', 'exit 3']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("\nas nobody\n");
        result.Message!.ShouldContain("exit status 3");
    }

    public void Dispose() => _fixture.Dispose();

    private void Let(UnixFileMode others) => Let(_fixture.WorkspaceParent, others);

    private static void Let(string folder, UnixFileMode others)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);
        }
    }

    private static void SkipUnlessRoot() => Assert.SkipUnless(!OperatingSystem.IsWindows() && EntryStatus.Me == EntryStatus.Root, "only root may act as another user");
}
