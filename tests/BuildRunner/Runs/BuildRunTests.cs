using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Sluice.Platform.Builds;

namespace Sluice.BuildRunner.Tests.Runs;

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
        var build = result.Phases.Single(phase => phase.PhaseType == PhaseTypes.Build);
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

    [Theory]
    [InlineData("mkfifo pipe", "[pipe]", "'pipe' is a named pipe; an artifact holds files only")]
    [InlineData("mkfifo appspec.yml", "[buildspec.yml]", "'appspec.yml' is a named pipe")]
    [InlineData(@"printf x > $'caf\xe9.txt'; mkdir $'d\xff'; printf y > $'d\xff/file'; mkdir -p ro/sub; chmod 500 ro/sub ro", "['**/*']", @"'caf\xe9.txt' is a name that is not UTF-8")]
    public async Task What_cannot_be_in_an_artifact_fails_the_build_by_name_and_nothing_stays(string command, string files, string fault)
    {
        var result = await _fixture.BuildAsync(
            $"version: 0.2\nphases:\n  build:\n    commands:\n      - {command}\nartifacts: {{files: {files}}}", TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        result.Message.ShouldNotBeNull().ShouldContain(fault);
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
        _fixture.Log.ShouldNotContain("could not be removed");
    }

    [Fact]
    public async Task A_workspace_with_paths_longer_than_the_system_takes_is_removed()
    {
        await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['n=$(printf %0250d 0); for i in $(seq 20); do mkdir $n; cd -P $n; done']}}", TestContext.Current.CancellationToken);

        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.2", "${OUT}/site", "mkdir -p x/site; printf a > x/site/index.html; OUT=$PWD/x")]
    [InlineData("0.1", "$CODEBUILD_SRC_DIR/site", "mkdir site; printf a > site/index.html")]
    public async Task Paths_of_artifacts_take_the_variables_that_the_commands_left(string version, string directory, string command)
    {
        var result = await _fixture.BuildAsync(
            $"version: {version}\nphases: {{build: {{commands: ['{command}']}}}}\nartifacts: {{secondary-artifacts: {{web: {{files: '*.html', base-directory: '{directory}'}}}}}}",
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Manifest(result).Primary.ShouldBeNull();
        _fixture.Log.ShouldContain("Secondary artifact web: 1 file, ");
    }

    [Fact]
    public async Task A_variable_that_is_not_set_and_a_pattern_without_files_are_told()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: [touch a]}}\nartifacts: {files: [a, b], secondary-artifacts: {x: {files: [a], base-directory: $CODEBUILD_SRC_DIR_second}}}",
            TestContext.Current.CancellationToken);

        result.Message.ShouldBe("UPLOAD_ARTIFACTS: Secondary artifact 'x': '$CODEBUILD_SRC_DIR_second': the variable CODEBUILD_SRC_DIR_second is not set.");
        _fixture.Log.ShouldContain("Artifact: no file matches 'b'");
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

    [Fact]
    public async Task Variables_are_literal_and_the_starters_beat_the_buildspecs()
    {
        _fixture.Environment.Add(new EnvironmentVariable("WHO", "starter"));

        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            env:
              variables: {WHO: spec, LITERAL: "$PATH:/x"}
              exported-variables: [OUT, UNSET]
            phases:
              build:
                commands:
                  - echo "$WHO $LITERAL $CODEBUILD_INITIATOR $CODEBUILD_BUILD_NUMBER $(basename "$CODEBUILD_SRC_DIR")"
                  - test "$CODEBUILD_RESOLVED_SOURCE_VERSION" = "$(git rev-parse HEAD)"
                  - env | grep -c ^SLUICE_ || true
                  - OUT=$'two\nlines'
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        result.ExportedVariables.ShouldBe(new Dictionary<string, string> { ["OUT"] = "two\nlines" });

        _fixture.Log.ShouldContain("\nstarter $PATH:/x codepipeline/shop 7 src\n");
        _fixture.Log.ShouldContain("\n0\n");
    }

    [Fact]
    public async Task Secrets_are_masked_in_the_log_and_in_messages()
    {
        _fixture.Environment.Add(new EnvironmentVariable("TOKEN", "s3cr3t/value", Secret: true));

        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['echo $TOKEN', 'printf %s $TOKEN | base64', 'sh -c \"exit 1\" s3cr3t/value']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("***");
        (_fixture.Log + result.Message).ShouldNotContain("s3cr3t/value");
        _fixture.Log.ShouldNotContain(Convert.ToBase64String("s3cr3t/value"u8));
    }

    [Fact]
    public async Task An_exported_variable_that_holds_a_secret_is_left_out_and_that_is_said()
    {
        _fixture.Environment.Add(new EnvironmentVariable("TOKEN", "s3cr3t/value", Secret: true));

        var result = await _fixture.BuildAsync(
            "version: 0.2\nenv: {exported-variables: [URL, VERSION]}\nphases: {build: {commands: ['URL=https://x:$TOKEN@host', VERSION=1]}}", TestContext.Current.CancellationToken);

        result.ExportedVariables.ShouldBe(new Dictionary<string, string> { ["VERSION"] = "1" });
        _fixture.Log.ShouldContain("The exported variable URL is left out: its value holds a secret");
    }

    [Fact]
    public async Task A_secret_is_masked_though_the_log_is_cut_within_it()
    {
        _fixture.Environment.Add(new EnvironmentVariable("TOKEN", "s3cr3t/value", Secret: true));

        await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['head -c 16378 /dev/zero | tr \"\\0\" x; echo $TOKEN']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("xxx***");
        _fixture.Log.ShouldNotContain("s3cr3t");
        _fixture.Log.ShouldNotContain("/value");
    }

    [Fact]
    public async Task Artifacts_secondary_artifacts_and_the_appspec_are_handed_on()
    {
        _fixture.Repository.File("appspec.yml", "version: 0.0\n");
        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            phases:
              build: {commands: [mkdir -p out/bin hook, 'printf x > out/bootstrap', chmod 755 out/bootstrap, 'printf y > out/bin/data', chmod 640 out/bin/data, 'printf z > hook/h']}
            artifacts:
              files: ['**/*']
              base-directory: out
              secondary-artifacts:
                before-hook: {files: [h], base-directory: hook}
            """,
            TestContext.Current.CancellationToken);

        var manifest = _fixture.Manifest(result);
        manifest.Secondary.Keys.ShouldBe(["before-hook"]);
        manifest.Documents.Keys.ShouldBe(["appspec.yml"]);
        using var zip = new ZipArchive(new MemoryStream(_fixture.Objects[manifest.Primary!.Location]));
        zip.Entries.Select(entry => $"{entry.FullName} {Convert.ToString((entry.ExternalAttributes >> 16) & 0xFFFF, 8)}").ShouldBe(["bin/data 100640", "bootstrap 100755"]);
        manifest.Primary.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_fixture.Objects[manifest.Primary.Location])));
    }

    [Fact]
    public async Task The_same_files_give_the_same_package()
    {
        const string spec = "version: 0.2\nphases: {build: {commands: ['mkdir out; for i in c a b; do echo $i > out/$i; done']}}\nartifacts: {files: ['**/*'], base-directory: out}";
        var first = _fixture.Manifest(await _fixture.BuildAsync(spec, TestContext.Current.CancellationToken)).Primary!;
        var second = _fixture.Manifest(await _fixture.BuildAsync(spec + "\n# again", TestContext.Current.CancellationToken)).Primary!;

        second.Sha256.ShouldBe(first.Sha256);
    }

    [Fact]
    public async Task Artifacts_that_cannot_be_made_are_all_told()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: [mkdir out]}}\nartifacts: {files: ['*'], base-directory: out, secondary-artifacts: {x: {files: [y], base-directory: nowhere}}}",
            TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        result.Message!.ShouldContain("No file matches '*'. 'out' is empty.");
        result.Message!.ShouldContain("Secondary artifact 'x': The base-directory 'nowhere' does not exist. The source has: buildspec.yml, out/.");
        result.Manifest.ShouldBeNull();
    }

    public void Dispose() => _fixture.Dispose();
}
