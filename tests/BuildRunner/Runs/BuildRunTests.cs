using System.Diagnostics;
using System.Text;
using Sluice.BuildContract;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Phases, shells and the end of a build, as the original has them.</summary>
public sealed class BuildRunTests : IDisposable
{
    private const string Whole = "DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD POST_BUILD UPLOAD_ARTIFACTS FINALIZING COMPLETED";
    private readonly BuildFixture _fixture = new();

    [Theory]
    [InlineData("", "", Whole, "install pre_build build post_build")]
    [InlineData("install", "", "DOWNLOAD_SOURCE INSTALL!FAILED FINALIZING COMPLETED", "install")]
    [InlineData("pre_build", "", "DOWNLOAD_SOURCE INSTALL PRE_BUILD!FAILED FINALIZING COMPLETED", "install pre_build")]
    [InlineData("build", "", "DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD!FAILED POST_BUILD UPLOAD_ARTIFACTS FINALIZING COMPLETED", "install pre_build build post_build:0")]
    [InlineData("post_build", "", "DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD POST_BUILD!FAILED UPLOAD_ARTIFACTS FINALIZING COMPLETED", "install pre_build build post_build")]
    [InlineData("build", "ABORT", "DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD!FAILED FINALIZING COMPLETED", "install pre_build build")]
    [InlineData("post_build", "ABORT", "DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD POST_BUILD!FAILED FINALIZING COMPLETED", "install pre_build build post_build")]
    [InlineData("install", "CONTINUE", "DOWNLOAD_SOURCE INSTALL!FAILED PRE_BUILD BUILD POST_BUILD UPLOAD_ARTIFACTS FINALIZING COMPLETED", "install pre_build:0 build:0 post_build:0")]
    public async Task Phases_follow_each_other_by_the_originals_rules(string failing, string policy, string phases, string ran)
    {
        var spec = new StringBuilder("version: 0.2\nphases:\n");
        foreach (var phase in new[] { "install", "pre_build", "build", "post_build" })
        {
            spec.Append($"  {phase}:\n    commands:\n      - echo \"{phase}:$CODEBUILD_BUILD_SUCCEEDING\" >> ran.txt\n");
            if (phase == failing)
            {
                spec.Append("      - (exit 3)\n      - echo never >> ran.txt\n").Append(policy.Length > 0 ? $"    on-failure: {policy}\n" : "");
            }

            spec.Append("    finally: [cp ran.txt /dev/stdout]\n");
        }

        var result = await _fixture.BuildAsync(spec + "artifacts: {files: [ran.txt]}\n", TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldBe(phases);
        result.Status.ShouldBe(failing.Length == 0 ? BuildStatus.Succeeded : BuildStatus.Failed);
        foreach (var mark in ran.Split(' '))
        {
            _fixture.Log.ShouldContain("\n" + (mark.Contains(':') ? mark : mark + ":1") + "\n");
        }

        _fixture.Log.ShouldNotContain("\nnever\n");
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_command_is_told_with_its_exit_status()
    {
        var result = await _fixture.BuildAsync("version: 0.2\nphases: {build: {commands: [sh -c 'exit 9']}}", TestContext.Current.CancellationToken);

        result.Message.ShouldBe("BUILD: Error while executing command: sh -c 'exit 9'. Reason: exit status 9");
        var build = result.Phases.Single(phase => phase.PhaseType == PhaseType.Build);
        build.Contexts.ShouldHaveSingleItem().StatusCode.ShouldBe("COMMAND_EXECUTION_ERROR");
    }

    [Fact]
    public async Task Finally_runs_after_failure_and_can_fail_the_phase_itself()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {pre_build: {commands: ['true'], finally: ['echo last:$CODEBUILD_BUILD_SUCCEEDING', 'false']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("last:1");
        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE INSTALL PRE_BUILD!FAILED FINALIZING COMPLETED");
    }

    [Theory]
    [InlineData("0.2", "bash")]
    [InlineData("0.2", "/bin/sh")]
    public async Task In_version_0_2_folder_variables_and_functions_stay_across_commands_and_phases(string version, string shell)
    {
        var result = await _fixture.BuildAsync(
            $$"""
            version: {{version}}
            env: {shell: {{shell}}}
            phases:
              install: {commands: [mkdir sub, cd sub, LOCAL=one, export SHARED=two, 'greet() { echo "hello $1"; }']}
              build: {commands: ['echo "$(basename "$PWD") $LOCAL $SHARED"', greet you]}
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nsub one two\n");
        _fixture.Log.ShouldContain("\nhello you\n");
    }

    [Fact]
    public async Task In_version_0_1_every_command_has_a_shell_of_its_own()
    {
        var result = await _fixture.BuildAsync(
            """
            version: 0.1
            environment_variables: {plaintext: {GIVEN: yes}}
            phases:
              build: {commands: [cd /, export SHARED=two, 'echo "$(basename "$PWD") ${SHARED-none} $GIVEN"']}
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nsrc none yes\n");
    }

    [Fact]
    public async Task A_command_that_ends_the_shell_ends_only_itself()
    {
        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            phases:
              install: {commands: [mkdir "it's", cd "it's", export "KEPT=a 'b' c", 'f() { echo kept function; }', exit 0]}
              build: {commands: [f, 'echo "$(basename "$PWD") $KEPT"', set -e, 'false', echo never]}
              post_build: {commands: ['echo after:$CODEBUILD_BUILD_SUCCEEDING']}
            """,
            TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("\nkept function\n");
        _fixture.Log.ShouldContain("\nit's a 'b' c\n");
        _fixture.Log.ShouldContain("\nafter:0\n");
        BuildFixture.Phases(result).ShouldContain("BUILD!FAILED POST_BUILD UPLOAD");
    }

    [Fact]
    public async Task What_a_command_leaves_running_neither_holds_up_the_build_nor_outlives_it()
    {
        var clock = Stopwatch.StartNew();
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['(sleep 300; echo late) & echo started $!', 'setsid sleep 301 & sleep 0.1; echo sid $!']}}",
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        foreach (var line in _fixture.Log.Split('\n').Where(line => line.StartsWith("started ") || line.StartsWith("sid ")))
        {
            var state = $"/proc/{line.Split(' ')[1]}/stat";
            (!File.Exists(state) || File.ReadAllText(state).Contains(") Z ")).ShouldBeTrue(line);
        }
    }

    [Fact]
    public async Task A_build_that_takes_too_long_is_ended_with_all_that_it_started()
    {
        var result = await _fixture.BuildUntilTimeoutAsync("version: 0.2\nphases: {build: {commands: [echo begin, sleep 300], finally: [echo never]}}", "begin");

        result.Status.ShouldBe(BuildStatus.TimedOut);
        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD!TIMED_OUT FINALIZING COMPLETED");
        _fixture.Log.ShouldContain("\nbegin\n");
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workspace_with_paths_longer_than_the_system_takes_is_removed()
    {
        await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['n=$(printf %0250d 0); for i in $(seq 20); do mkdir $n; cd -P $n; done']}}", TestContext.Current.CancellationToken);

        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stopped_build_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        var running = _fixture.SeenAsync("running");
        var build = _fixture.BuildAsync("version: 0.2\nphases: {build: {commands: [echo running, sleep 300]}}", stop.Token);
        await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        (await build).Status.ShouldBe(BuildStatus.Stopped);
    }

    public void Dispose() => _fixture.Dispose();
}
