using System.Diagnostics;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Runs;

namespace Sluice.BuildRunner.Tests.Containers;

/// <summary>Builds whose commands run in a container, with a real engine.</summary>
public sealed class ContainerTests : IClassFixture<PodmanImage>, IDisposable
{
    private readonly BuildFixture _fixture = new();
    private readonly PodmanImage _image;

    public ContainerTests(PodmanImage image) => _image = image;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_run_in_the_image_and_all_else_outside()
    {
        _fixture.Environment.Add(new JobVariable("TOKEN", "it's \"secret\" $value", Secret: true));

        var result = await BuildAsync(
            """
            version: 0.2
            env: {exported-variables: [OUT]}
            phases:
              install: {commands: [echo kept > /made-in-image, 'cd /tmp && exit 0']}
              build: {commands: ['cat /etc/os-release /made-in-image', 'pwd', 'test "$HOME" = /root', 'test "$TOKEN" = "it''s \"secret\" \$value"', 'echo "$CODEBUILD_BUILD_IMAGE"', 'cd $CODEBUILD_SRC_DIR', echo made > out.txt, OUT=handed]}
            artifacts: {files: [out.txt]}
            """);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nID=sluice-test\nkept\n");
        _fixture.Log.ShouldContain($"\n/tmp\n");
        _fixture.Log.ShouldContain($"\n{PodmanImage.Name}\n");
        _fixture.Manifest(result).Primary!.Size.ShouldBeGreaterThan(0);
        result.ExportedVariables["OUT"].ShouldBe("handed");
        _image.Run("ps", "-aq").Trim().ShouldBeEmpty();
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task Users_of_the_image_run_commands()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_fixture.WorkspaceParent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        }

        var result = await BuildAsync("version: 0.2\nphases: {build: {run-as: builder, commands: ['id -un; echo $HOME; touch mine']}, post_build: {commands: [id -un, ls mine]}}");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nbuilder\n/home/builder\n");
        _fixture.Log.ShouldContain("\nroot\n");
        (await BuildAsync("version: 0.2\nrun-as: nobody-here\nphases: {build: {commands: [id]}}")).Message!.ShouldContain("run-as: the image has no user 'nobody-here'.");
    }

    [Fact]
    public async Task A_folder_of_the_image_is_kept_from_build_to_build()
    {
        const string spec = "version: 0.2\nphases: {build: {commands: ['cat /root/.deps/a || echo none; mkdir -p /root/.deps; echo cached > /root/.deps/a']}}\ncache: {paths: ['/root/.deps/**/*']}";
        var cache = new JobCache(null, "", "shop");

        await BuildAsync(spec, cache);
        await BuildAsync(spec, cache);

        _fixture.Log.ShouldContain("\nnone\n");
        _fixture.Log.ShouldContain("\ncached\n");
    }

    [Fact]
    public async Task A_sandboxs_terminal_is_in_the_container()
    {
        UsePodman();
        var job = Job("") with { Image = PodmanImage.Name, Mode = JobMode.Sandbox };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var typed = "";
        _fixture.Commands = new OnlyTerminal(async () =>
        {
            typed = await TypeAsync(job, "cat /etc/os-release; test \"$PWD\" = \"$CODEBUILD_SRC_DIR\" && tty; exit");
            await stop.CancelAsync();
        });

        (await _fixture.RunAsync(job, stop.Token)).Status.ShouldBe(BuildStatus.Stopped, _fixture.Log);

        typed.ShouldContain("ID=sluice-test\r\n/dev/");
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_whose_time_is_up_leaves_no_container()
    {
        _image.Need();
        _fixture.Timeout = TimeSpan.FromSeconds(20);

        var result = await BuildAsync("version: 0.2\nphases: {build: {commands: [sleep 1000]}}");

        result.Status.ShouldBe(BuildStatus.TimedOut);
        _image.Run("ps", "-aq").Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_is_killed_leaves_no_container()
    {
        _image.Need();
        using var folder = new TemporaryFolder();
        var job = Job("version: 0.2\nphases: {build: {commands: [echo it runs, sleep 1000]}}") with { Image = PodmanImage.Name };
        using var program = RunnerProcess.Start(job, folder.Path, ("SLUICE_CONTAINER_ENGINE", PodmanImage.Podman!), ("SLUICE_CONTAINER_OPTIONS", _image.Options), ("SLUICE_CONTAINER_RUN_OPTIONS", PodmanImage.RunOptions));
        await program.SeenAsync("it runs");

        program.Kill();

        await program.WaitForExitAsync(Cancellation);
        for (var left = _image.Run("ps", "-aq"); left.Trim().Length > 0; left = _image.Run("ps", "-aq"))
        {
            // Asking takes a process of its own, which is pause enough.
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_told_by_name() =>
        (await BuildAsync("version: 0.2\nphases: {build: {commands: [id]}}", image: "localhost/none:1")).Message!.ShouldContain("The image localhost/none:1 could not be started by");

    [Fact]
    public async Task An_engine_that_tells_much_of_what_it_fetches_is_read_meanwhile()
    {
        using var bin = new TemporaryFolder();
        bin.Write("engine", "#!/bin/sh\n[ \"$1\" = run ] || exit 0\nhead -c 500000 /dev/zero | tr '\\0' . >&2\necho ' no such layer' >&2\nexit 1\n");
        using var made = System.Diagnostics.Process.Start("chmod", ["+x", Path.Combine(bin.Path, "engine")]);
        await made.WaitForExitAsync(Cancellation);
        _fixture.Machine["SLUICE_CONTAINER_ENGINE"] = Path.Combine(bin.Path, "engine");

        var result = await _fixture.RunAsync(Job("version: 0.2\nphases: {build: {commands: [id]}}") with { Image = "alpine:3" }, Cancellation);

        result.Message!.ShouldEndWith("no such layer");
    }

    [Fact]
    public async Task Where_there_is_no_engine_an_image_is_refused_by_name()
    {
        using var bin = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(bin.Path, "git"), "/usr/bin/git");
        _fixture.Machine["PATH"] = bin.Path;
        var job = Job("version: 0.2\nphases: {build: {commands: [id]}}") with { Image = "alpine:3" };

        (await _fixture.RunAsync(job, Cancellation)).Message!.ShouldContain("The image alpine:3 is run by docker or podman, and this machine has no such program on its PATH");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("local")]
    [InlineData("aws/codebuild/standard:7.0")]
    public async Task These_images_mean_the_machine(string? image) =>
        (await _fixture.RunAsync(Job("version: 0.2\nphases: {build: {commands: [git --version]}}") with { Image = image }, Cancellation)).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

    public void Dispose() => _fixture.Dispose();

    private Task<BuildResult> BuildAsync(string buildspec, JobCache? cache = null, string image = PodmanImage.Name)
    {
        UsePodman();
        return _fixture.RunAsync(Job(buildspec) with { Image = image, Cache = cache }, Cancellation);
    }

    private void UsePodman()
    {
        _image.Need();
        _fixture.Machine["SLUICE_CONTAINER_ENGINE"] = PodmanImage.Podman!;
        _fixture.Machine["SLUICE_CONTAINER_OPTIONS"] = _image.Options;
        _fixture.Machine["SLUICE_CONTAINER_RUN_OPTIONS"] = PodmanImage.RunOptions;
    }

    /// <summary>What the sandbox's terminal prints, in one of this machine.</summary>
    private async Task<string> TypeAsync(BuildJob job, string line)
    {
        var start = new ProcessStartInfo("script", ["-qfec", SandboxTerminal.Command(job.BuildId.Split(':')[1]), "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" };
        start.Environment[RunnerVariables.Workspace] = _fixture.WorkspaceParent;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync($"{line}\r");
        await process.StandardInput.FlushAsync(Cancellation);
        var printed = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return printed;
    }

    /// <summary>Has no commands, but somebody who looks in.</summary>
    private sealed class OnlyTerminal(Func<Task> looks) : ICommandSource
    {
        public async Task<SandboxOrder> ExchangeAsync(FinishedCommand? finished, CancellationToken cancellationToken)
        {
            await looks();
            return new SandboxOrder(null, null);
        }
    }

    private BuildJob Job(string buildspec) => _fixture.JobOf(new JobSource { Kind = JobSourceKind.None }) with { Buildspec = buildspec };
}
