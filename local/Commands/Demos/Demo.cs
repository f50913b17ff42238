using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Demos;

/// <summary>Commits three changes to a repository that a pipeline watches, and follows what comes of each.</summary>
/// <param name="folder">Where the data and the repository are.</param>
/// <param name="keep">The folder as the user named it; null if it goes away at the end.</param>
internal sealed class Demo(string folder, string? keep, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    private const double Rate = 20;
    private const string Payload = """{"name":"Ada"}""";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var screen = ScreenFactory.Create(forScripts: false, time);
        var repository = DemoRepository.Create(Path.Combine(folder, "repository"), Path.Combine(AppContext.BaseDirectory, "samples"));
        screen.Line("Demo", $"a repository in {repository.Path}, watched by a pipeline", Tone.Quiet);
        screen.Line("Demo", "three releases, half a minute in all; where NuGet's cache is empty or the machine is slow, the first build alone may take two minutes", Tone.Quiet);
        await using var told = new StopNotice(
            () => screen.Line("Stop", $"stopping; {(keep is null ? "the demo's folder is removed" : $"what there is stays in {keep}")}; Ctrl-C again quits at once", Tone.Warning), stop);
        await using var suite = await Suite.StartAsync(new SuiteOptions(folder, Port: 0, environment) { Tell = screen.TellAtOnce }, time);
        using var view = suite.TellOn(screen, time, "while the demo goes on");
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

        return Summarise(reports, screen);
    }

    private static async Task<ReleaseReport> ReleaseAsync(
        DemoStep step, DemoRepository repository, Suite suite, ReleaseSession session, IScreen screen, CancellationToken stop)
    {
        screen.Line("Commit", $"\"{step.Message}\": {step.Title}");
        var mark = session.Mark();
        var commit = repository.Commit(step.Sample, step.Message);
        var pipeline = await ReleasePipelines.Of(suite.Services).KeepAsync("hello", repository.Path, "main", DeploymentChoices.Default);
        var execution = await session.BeginningAsync(pipeline, commit, stop);
        var report = await session.FollowAsync(pipeline, execution, mark, stop);
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
        : $"this goes on; then edit {keep}/repository/Greeter.cs, commit, send it requests, and watch:\ndotnet run --project local -- serve --data {keep}";
}
