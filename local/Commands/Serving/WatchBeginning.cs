using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands.Serving;

/// <summary>
/// Begins to watch a repository. Which branch is watched is settled and told now: whoever checks out another one in a working copy, to try something, must not put that into production.
/// </summary>
internal sealed class WatchBeginning(ReleasePipelines pipelines, IRefReader refs)
{
    /// <summary>On the suite that has these services.</summary>
    public static WatchBeginning Of(IServiceProvider suite) => new(ReleasePipelines.Of(suite), suite.GetRequiredService<IRefReader>());

    public async Task<string> BeginAsync(WatchedRepository watched, DeploymentChoices choices, IScreen screen, CancellationToken stop)
    {
        var repository = RepositoryName.Full(watched.Repository);
        var head = await HeadAsync(repository, stop);
        var name = await pipelines.KeepAsync(ReleasePipeline.NameFor(repository), repository, watched.Branch, choices, head);
        var branch = await pipelines.BranchAsync(name);
        screen.Line("Watching", $"{name}: {Text(repository, branch)}");
        if (head is not null && branch is not null && head != branch)
        {
            screen.Line("Watching", $"{name}: HEAD is '{head}', which is not watched; --branch {head} behind the --repository would", Tone.Warning);
        }

        foreach (var lack in Preflight.Lacks(repository, branch))
        {
            screen.Line("Warning", lack, Tone.Warning);
        }

        return name;
    }

    internal static string Text(string repository, string? branch) =>
        branch is null ? $"{repository}, the branch that its HEAD is when it is first read" : $"branch {branch} of {repository}";

    /// <summary>Of a folder only: a URL may take its time, and is read by the first poll.</summary>
    private async Task<string?> HeadAsync(string repository, CancellationToken stop)
    {
        try
        {
            return RepositoryName.IsUrl(repository) ? null : (await refs.ReadHeadAsync(repository, null, stop)).Branch;
        }
        catch (SourceUnavailableException)
        {
            return null; // The poll tells of it.
        }
    }
}
