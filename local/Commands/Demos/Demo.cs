using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.ControlPlane.Pipelines;

namespace Sluice.Local.Commands.Demos;

/// <summary>Pushes three changes to a repository of CodeCommit's that a pipeline watches, and follows what comes of each.</summary>
/// <param name="folder">Where the data and the repository are.</param>
/// <param name="keep">The folder as the user named it; null if it goes away at the end.</param>
/// <param name="picture">The file that is to show what was seen; null for none.</param>
internal sealed class Demo(string folder, string? keep, string? picture, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    private const double Rate = 20;
    private const string Payload = """{"name":"Ada"}""";

    /// <summary>The repository's name and the pipeline's, which <see cref="Document"/> has.</summary>
    private const string Name = "hello";
    private const string Document = "hello/pipeline.json";
    private const int KeptPort = 8080;

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var screen = new PicturedScreen(ScreenFactory.Create(forScripts: false, time), time);
        screen.Line("Demo", "three releases, half a minute in all; where NuGet's cache is empty or the machine is slow, the first build alone may take two minutes", Tone.Quiet);
        await using var told = new StopNotice(
            () => screen.Line("Stop", $"stopping; {(keep is null ? "the demo's folder is removed" : $"what there is stays in {keep}")}; Ctrl-C again quits at once", Tone.Warning), stop);
        await using var suite = await Suite.StartAsync(new SuiteOptions(folder, Port: 0, environment) { Tell = screen.TellAtOnce }, time);
        using var view = suite.TellOn(screen, time, "while the demo goes on");
        var repository = await CreateRepositoryAsync(suite);
        screen.Line("Demo", $"a repository in {repository.Path}, pushed to this machine's CodeCommit, where the pipeline of samples/{Document} watches it", Tone.Quiet);
        await using var session = new ReleaseSession(suite, screen, view, Rate, Payload, time);
        var reports = new List<ReleaseReport>();
        foreach (var step in DemoStep.All)
        {
            reports.Add(await ReleaseAsync(step, repository, suite, session, screen, stop));
            if (reports[^1].Outcome != step.ExpectedOutcome)
            {
                break;
            }
        }

        if (picture is not null)
        {
            await File.WriteAllTextAsync(picture, screen.Picture($"What sluice shows while {Name} is released"), stop);
        }

        repository.MoveTo(Origin(new Uri($"http://127.0.0.1:{KeptPort}")));
        return Summarise(reports, screen);
    }

    private async Task<DemoRepository> CreateRepositoryAsync(Suite suite)
    {
        await suite.Calls.CallAsync(
            new TaskCall("arn:aws:states:::aws-sdk:codecommit:createRepository", ServicePattern.RequestResponse, new JsonObject { ["RepositoryName"] = Name }, nameof(Demo), Name), CancellationToken.None);
        return DemoRepository.Create(Path.Combine(folder, "repository"), Samples, Origin(suite.Url), Path.GetFullPath(suite.CredentialsFile));
    }

    private static Uri Origin(Uri suite) => new(suite, $"/v1/repos/{Name}");

    private static async Task<ReleaseReport> ReleaseAsync(
        DemoStep step, DemoRepository repository, Suite suite, ReleaseSession session, IScreen screen, CancellationToken stop)
    {
        screen.Line("Push", $"\"{step.Message}\": {step.Title}");
        var mark = session.Mark();
        var commit = repository.Push(step.Sample, step.Message);
        await suite.Services.GetRequiredService<PipelineCatalog>().CreateAsync(Document, await File.ReadAllTextAsync(Path.Combine(Samples, Document), stop), stop);
        var execution = await session.BeginningAsync(Name, commit, stop);
        var report = await session.FollowAsync(Name, execution, mark, stop);
        ReportWriter.Write(report, screen, scripts: null);
        return report;
    }

    private int Summarise(IReadOnlyList<ReleaseReport> reports, IScreen screen)
    {
        foreach (var (report, step) in reports.Zip(DemoStep.All))
        {
            var asExpected = report.Outcome == step.ExpectedOutcome;
            screen.Line("Demo", $"{report.Outcome,-10}  {step.Message}{(asExpected ? "" : $" (expected {step.ExpectedOutcome})")}", asExpected ? Tone.Good : Tone.Bad);
        }

        screen.Line("Next", Next);
        return reports.Count == DemoStep.All.Count && reports.Zip(DemoStep.All).All(pair => pair.First.Outcome == pair.Second.ExpectedOutcome)
            ? ExitCodes.Succeeded
            : ExitCodes.OurFault;
    }

    private string Next => keep is null
        ? "this keeps the repository, for changes of your own:\ndotnet run --project local -- demo --keep hello-demo"
        : $"this goes on; then edit {keep}/repository/Greeter.cs, commit, push, send it requests, and watch:\ndotnet run --project local -- serve --data {keep} --port {KeptPort}";
}
