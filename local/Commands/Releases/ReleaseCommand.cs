using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Pipelines.Api;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands.Releases;

/// <summary>Releases a repository's head once.</summary>
internal static class ReleaseCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var repository = new Option<string>("--repository") { Description = "The repository: a path or a URL", HelpName = "PATH-OR-URL", Required = true };
        var branch = new Option<string?>("--branch") { Description = "Whose head to release (default: the repository's HEAD)", HelpName = "NAME" };
        var data = CommonOptions.Data();
        var port = CommonOptions.Port();
        var steps = new Option<string>("--steps") { Description = "Percentages and how long each is watched", HelpName = "LIST", DefaultValueFactory = _ => "10:5s,50:5s" };
        var rate = new Option<double>("--rate") { Description = "Requests a second to send", HelpName = "N", DefaultValueFactory = _ => 20 };
        var payload = new Option<string>("--payload") { Description = "What each request sends", HelpName = "JSON", DefaultValueFactory = _ => "{}" };
        var alarm = new Option<string>("--alarm") { Description = "Errors of the new version above which traffic goes back", HelpName = "PERCENT", DefaultValueFactory = _ => "5%" };
        var hook = new Option<string>("--hook-timeout") { Description = "How long a hook may take to report", HelpName = "TIME", DefaultValueFactory = _ => "1h" };
        var json = new Option<bool>("--json") { Description = "Print a JSON summary on standard output" };
        var command = new Command("release", "Release a repository's head once, with its build, its steps and its rollback")
        {
            repository, branch, data, port, steps, rate, payload, alarm, hook, json,
        };
        command.SetAction((parsed, asked) => RunAsync(ReleaseOptionsCheck.Checked(new ReleaseOptions(
            parsed.GetRequiredValue(repository),
            parsed.GetValue(branch),
            parsed.GetRequiredValue(data),
            parsed.GetValue(port),
            new DeploymentChoices(
                StepsOption.ToStrategy(parsed.GetRequiredValue(steps)),
                AlarmOption.Read(parsed.GetRequiredValue(alarm)),
                HookTimeoutOption.Read(parsed.GetRequiredValue(hook))),
            parsed.GetValue(rate),
            parsed.GetRequiredValue(payload),
            parsed.GetValue(json))), environment, asked));
        return command;
    }

    private static async Task<int> RunAsync(ReleaseOptions options, IReadOnlyDictionary<string, string> environment, CancellationToken asked)
    {
        var time = TimeProvider.System;
        var screen = ScreenFactory.Create(options.Json, time);
        foreach (var warning in Preflight.Check(options.Repository, options.Branch))
        {
            screen.Line("Warning", warning, Tone.Warning);
        }

        await using var suite = await Suite.StartAsync(new SuiteOptions(options.Data, options.Port, environment) { Polls = false, Tell = screen.TellAtOnce }, time);
        suite.TellOn(screen, time);
        await using var session = new ReleaseSession(suite, screen, options.Rate, options.Payload, time);
        await suite.Services.GetRequiredService<IRefReader>().ReadHeadAsync(options.Repository, options.Branch, asked);
        var name = await suite.Services.GetRequiredService<ReleasePipelines>().KeepAsync(ReleasePipeline.NameFor(options.Repository), options.Repository, options.Branch, options.Choices);
        var mark = session.Mark();
        var execution = await suite.Services.GetRequiredService<StartPipelineExecution>().StartAsync(new StartRequest(name), CancellationToken.None);
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
        return asked.IsCancellationRequested && report.Outcome == "Failed" ? ExitCodes.RolledBack : ExitCodes.ForOutcome(report.Outcome);
    }
}
