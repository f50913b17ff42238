using System.CommandLine;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands.Serving;

/// <summary>Runs the suite until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var port = CommonOptions.Port();
        var data = CommonOptions.Data();
        var repository = new Option<string[]>("--repository") { Description = "A repository to watch: a path or a URL; may be repeated", HelpName = "PATH-OR-URL" }
            .Checks(RepositoryOption.Check);
        var branch = new Option<string[]>("--branch") { Description = "The branch of the repository before it (default: the one that HEAD is when watching begins)", HelpName = "NAME" }
            .Checks(RepositoryOption.CheckBranch);
        var poll = new Option<string>("--poll") { Description = "How often repositories on other hosts are asked", HelpName = "TIME", DefaultValueFactory = _ => "1m" }
            .Checks(text => PollOption.Read(text));
        var builds = CommonOptions.Builds();
        var containers = new Option<bool>("--containers") { Description = "Run builds of the images aws/codebuild/* in containers of them, too, by docker or podman (default: on this machine itself)" };
        var deployment = new DeploymentOptions();
        var command = new CheckedCommand(
            "serve",
            "Run the suite until stopped, watching repositories and the pipelines that the data folder holds",
            parsed => [.. WatchedRepositories.Faults(parsed.Tokens), .. deployment.FaultsFor(parsed, parsed.GetValue(repository))]) { port, data, repository, branch, poll, builds, containers };
        deployment.AddTo(command);
        command.SetAction((parsed, asked) => RunAsync(
            new SuiteOptions(parsed.GetRequiredValue(data), parsed.GetValue(port), environment)
            {
                Builds = parsed.GetValue(builds), Containers = parsed.GetValue(containers), Pace = PollPace.Default with { Remote = PollOption.Read(parsed.GetRequiredValue(poll)) },
            },
            WatchedRepositories.Read(parsed.Tokens),
            deployment.Read(parsed),
            asked));
        return command;
    }

    private static async Task<int> RunAsync(SuiteOptions options, IReadOnlyList<WatchedRepository> repositories, DeploymentChoices choices, CancellationToken asked)
    {
        var time = TimeProvider.System;
        var screen = ScreenFactory.Create(forScripts: false, time);
        await using var suite = await Suite.StartAsync(options with { Tell = screen.TellAtOnce }, time);
        using var view = suite.TellOn(screen, time, lasts: null, ofMany: true);
        await using var told = new StopNotice(
            () => screen.Line("Stop", "stopping; what goes on is recorded, and goes on when serve is started again with this data folder; Ctrl-C again quits at once", Tone.Warning), asked);
        var begun = new List<string>();
        var beginning = WatchBeginning.Of(suite.Services);
        foreach (var watched in repositories)
        {
            begun.Add(await beginning.BeginAsync(watched, choices, screen, asked));
        }

        await WatchedBefore.Of(suite.Services).TellAsync(begun, screen, asked);

        foreach (var note in repositories.Count == 0 ? [] : ReleaseNotes.Of(choices, rate: 0))
        {
            screen.Line("Note", note, Tone.Warning);
        }

        screen.Hide();
        await Console.Out.WriteLineAsync($"credentials of role admin in {suite.CredentialsFile}");
        await Console.Out.WriteLineAsync($"listening on {suite.Url.GetLeftPart(UriPartial.Authority)}");
        await OpenDeployments.TellAsync(suite.Services, screen);
        await IdleMemory.OfProcess(time).RunAsync(asked);
        return ExitCodes.Succeeded;
    }
}
