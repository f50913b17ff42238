using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands.Releases;

/// <summary>Releases a repository's head once.</summary>
internal static class ReleaseCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var repository = new Option<string>("--repository") { Description = "The repository: a path or a URL", HelpName = "PATH-OR-URL", Required = true }.Checks(RepositoryOption.Check);
        var branch = new Option<string?>("--branch") { Description = "Whose head to release (default: the repository's HEAD)", HelpName = "NAME" }.Checks(RepositoryOption.CheckBranch);
        var data = CommonOptions.Data();
        var port = CommonOptions.Port();
        var rate = new Option<double>("--rate") { Description = "Requests a second to send", HelpName = "N", DefaultValueFactory = _ => 20 }.Checks(ReleaseOptionsCheck.Rate);
        var payload = new Option<string>("--payload") { Description = "What each request sends", HelpName = "JSON", DefaultValueFactory = _ => "{}" }.Checks(ReleaseOptionsCheck.Payload);
        var deployment = new DeploymentOptions();
        var builds = CommonOptions.Builds();
        var json = new Option<bool>("--json") { Description = "Print a JSON summary on standard output" };
        var command = new CheckedCommand("release", "Release a repository's head once, with its build, its steps and its rollback", deployment.Faults)
        {
            repository, branch, data, port, rate, payload, builds, json,
        };
        deployment.AddTo(command);
        command.SetAction((parsed, asked) => RunAsync(new ReleaseOptions(
            RepositoryName.Full(parsed.GetRequiredValue(repository)),
            parsed.GetValue(branch),
            parsed.GetRequiredValue(data),
            parsed.GetValue(port),
            deployment.Read(parsed),
            parsed.GetValue(rate),
            parsed.GetRequiredValue(payload),
            parsed.GetValue(json)) { Builds = parsed.GetValue(builds) }, environment, asked));
        return command;
    }

    private static string ServeWith(ReleaseOptions options) =>
        $"dotnet run --project local -- serve{(options.Data == CommonOptions.DefaultData ? "" : $" --data {options.Data}")}";

    private static async Task<int> RunAsync(ReleaseOptions options, IReadOnlyDictionary<string, string> environment, CancellationToken asked)
    {
        var time = TimeProvider.System;
        var screen = ScreenFactory.Create(options.Json, time);
        foreach (var warning in Preflight.Check(options.Repository, options.Branch))
        {
            screen.Line("Warning", warning, Tone.Warning);
        }

        foreach (var note in ReleaseNotes.Of(options.Choices, options.Rate))
        {
            screen.Line("Note", note, Tone.Warning);
        }

        await using var suite = await Suite.StartAsync(new SuiteOptions(options.Data, options.Port, environment) { Polls = false, Builds = options.Builds, Tell = screen.TellAtOnce }, time);
        using var view = suite.TellOn(screen, time, "while this release goes on");
        await using var session = new ReleaseSession(suite, screen, view, options.Rate, options.Payload, time);
        var head = await suite.Services.GetRequiredService<IRefReader>().ReadHeadAsync(options.Repository, options.Branch, asked);
        var name = await ReleasePipelines.Of(suite.Services).KeepAsync(ReleasePipeline.NameFor(options.Repository), options.Repository, head.Branch, options.Choices);
        await OpenDeployments.TellAsync(suite.Services, screen);
        var mark = session.Mark();
        var execution = await suite.Services.GetRequiredService<ExecutionStarts>().StartAsync(new StartRequest(name), CancellationToken.None);
        using var interrupt = new Interrupt(suite, screen, name, execution, time, asked);
        using var unfinished = new CancellationTokenSource();
        var following = session.FollowAsync(name, execution, mark, unfinished.Token);
        if (await Task.WhenAny(following, interrupt.GivenUp) != following)
        {
            screen.TellAtOnce(await interrupt.GivenUp);
            await unfinished.CancelAsync();
            await ((Task)following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCodes.NotRecorded;
        }

        var report = await following;
        ReportWriter.Write(report, screen, options.Json ? Console.Out : null);
        if (report.Url is not null)
        {
            screen.Line("Next", $"this keeps it running and watched, for requests of your own:\n{ServeWith(options)}", Tone.Quiet);
        }

        return asked.IsCancellationRequested && report.Outcome == "Failed" ? ExitCodes.RolledBack : ExitCodes.ForOutcome(report.Outcome);
    }
}
