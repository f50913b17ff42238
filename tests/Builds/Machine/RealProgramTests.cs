using System.Diagnostics;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Running;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Machine;

/// <summary>The service and the real program understand each other: what BeginBuild tells is what it takes, what it writes is what EndBuild reads.</summary>
public sealed class RealProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Variables_that_are_more_than_a_task_may_be_given_reach_the_commands()
    {
        var objects = new FileObjectStore(Path.Combine(_folder, "objects"));
        await PutSourceAsync(objects, await CommitAsync("test ${#GREETING} = 20000 && touch out.txt"));
        using var fixture = new BuildsFixture(store: objects);

        var greeting = new string('g', 20_000);
        await fixture.Start.RunAsync(BuildsFixture.Request(configuration: [("EnvironmentVariables", $$"""[{"name":"GREETING","value":"{{greeting}}"}]""")]), Cancellation);
        await fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);
        var task = fixture.Machines.Completed.Single(completed => completed.Token == "turn").Output.Deserialize<BuildTask>(SluiceJson.Options)!;
        (await RunProgramAsync(task)).ShouldBe(0);
        await fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        fixture.Machines.Result("parent").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Theory]
    [InlineData("printf '%s' \"$GREETING\" > out.txt", ActionStatus.Succeeded, null)]
    [InlineData("exit 4", ActionStatus.Failed, "BUILD: Error while executing command: exit 4. Reason: exit status 4")]
    public async Task A_real_build_goes_from_request_to_result(string command, ActionStatus status, string? message)
    {
        var objects = new FileObjectStore(Path.Combine(_folder, "objects"));
        await PutSourceAsync(objects, await CommitAsync(command));
        using var fixture = new BuildsFixture(store: objects);

        await fixture.Start.RunAsync(BuildsFixture.Request(configuration: [("EnvironmentVariables", """[{"name":"GREETING","value":"hello"}]""")]), Cancellation);
        await fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);
        var task = fixture.Machines.Completed.Single(completed => completed.Token == "turn").Output.Deserialize<BuildTask>(SluiceJson.Options)!;
        (await RunProgramAsync(task)).ShouldBe(0);
        await fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        var result = fixture.Machines.Result("parent");
        result.Status.ShouldBe(status);
        result.Message.ShouldBe(message);
        if (status == ActionStatus.Succeeded)
        {
            await using var manifest = await objects.OpenAsync(result.OutputArtifacts["Package"], Cancellation);
            (await JsonSerializer.DeserializeAsync<ArtifactManifest>(manifest, SluiceJson.Options, Cancellation))!.Primary!.Size.ShouldBeGreaterThan(0);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var output = await git.StandardOutput.ReadToEndAsync(Cancellation);
        await git.WaitForExitAsync(Cancellation);
        return output.Trim();
    }

    private async Task<string> CommitAsync(string command)
    {
        var repository = Directory.CreateDirectory(Path.Combine(_folder, "repository")).FullName;
        var spec = JsonSerializer.Serialize(new { version = 0.2, phases = new { build = new { commands = new[] { command } } }, artifacts = new { files = new[] { "out.txt" } } });
        await File.WriteAllTextAsync(Path.Combine(repository, "buildspec.json"), spec, Cancellation);
        await GitAsync(repository, "init", "--quiet");
        await GitAsync(repository, "add", "--all");
        await GitAsync(repository, "commit", "--quiet", "--message=change");
        return await GitAsync(repository, "rev-parse", "HEAD");
    }

    private async Task PutSourceAsync(FileObjectStore objects, string commit)
    {
        var manifest = new ArtifactManifest(
            Path.Combine(_folder, "repository"), commit, null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>());
        await objects.PutAsync(BuildsFixture.Source, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options)), Cancellation);
    }

    private async Task<int> RunProgramAsync(BuildTask task)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Sluice.BuildRunner.dll")]) { RedirectStandardOutput = true, UseShellExecute = false };
        task.Environment.ToList().ForEach(variable => start.Environment[variable.Name] = variable.Value);
        start.Environment[RunnerVariables.Objects] = "file:" + Path.Combine(_folder, "objects");
        start.Environment[RunnerVariables.Workspace] = Path.Combine(_folder, "work");
        using var program = Process.Start(start)!;
        await program.StandardOutput.ReadToEndAsync(Cancellation);
        await program.WaitForExitAsync(Cancellation);
        return program.ExitCode;
    }
}
