using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Serving;

/// <summary>Runs the suite until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var port = CommonOptions.Port();
        var data = CommonOptions.Data();
        var repository = new Option<string[]>("--repository") { Description = "A repository to watch: a path or a URL; may be repeated", HelpName = "PATH-OR-URL" };
        var branch = new Option<string[]>("--branch") { Description = "The branch of the repository before it (default: its HEAD)", HelpName = "NAME" };
        var command = new Command("serve", "Run the suite until stopped, watching repositories and the pipelines that the data folder holds") { port, data, repository, branch };
        command.SetAction((parsed, asked) => RunAsync(
            new SuiteOptions(parsed.GetRequiredValue(data), parsed.GetValue(port), environment),
            WatchedRepositories.Read(parsed.Tokens),
            asked));
        return command;
    }

    private static async Task<int> RunAsync(SuiteOptions options, IReadOnlyList<WatchedRepository> repositories, CancellationToken asked)
    {
        Check(repositories);
        var time = TimeProvider.System;
        var screen = ScreenFactory.Create(forScripts: false, time);
        await using var suite = await Suite.StartAsync(options with { Tell = screen.TellAtOnce }, time);
        suite.TellOn(screen, time, ofMany: true);
        foreach (var watched in repositories)
        {
            await suite.Services.GetRequiredService<ReleasePipelines>().KeepAsync(
                ReleasePipeline.NameFor(watched.Repository), RepositoryName.Full(watched.Repository), watched.Branch, DeploymentChoices.Default);
        }

        await Console.Out.WriteLineAsync($"credentials of role admin in {suite.CredentialsFile}");
        await Console.Out.WriteLineAsync($"listening on {suite.Url.GetLeftPart(UriPartial.Authority)}");
        await OpenDeployments.TellAsync(suite.Services, screen);
        await IdleMemory.OfProcess(time).RunAsync(asked);
        return ExitCodes.Succeeded;
    }

    private static void Check(IReadOnlyList<WatchedRepository> repositories)
    {
        var missing = repositories.Where(watched => !RepositoryName.IsUrl(watched.Repository) && !Directory.Exists(watched.Repository)).ToList();
        if (missing.Count > 0)
        {
            throw new UsageException(string.Join('\n', missing.Select(watched => $"--repository {watched.Repository}: there is no such folder, and it is no http(s):// or file:// URL.")));
        }

        var twice = repositories.GroupBy(watched => RepositoryName.Full(watched.Repository), StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        if (twice.Count > 0)
        {
            throw new UsageException(string.Join('\n', twice.Select(repository => $"--repository {repository} is there twice; one branch of a repository is watched.")));
        }
    }
}
