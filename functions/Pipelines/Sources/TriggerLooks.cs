using Sluice.Pipelines.Model;
using Sluice.Pipelines.Triggers;

namespace Sluice.Pipelines.Sources;

/// <summary>
/// For a source whose trigger has filters: looks which of the branches and tags that they name have moved since, and whether one of them is to be released. One at a time is, so that each starts a run of its own; those that the
/// filters pass by are taken up with it, and never looked at again.
/// </summary>
internal sealed class TriggerLooks(IRefReader refs, IChangedPaths paths, GitRepositoriesOfActions repositories)
{
    /// <param name="pipeline">Whose source.</param>
    /// <param name="source">The source action.</param>
    /// <param name="sight">The source as its own branch stands.</param>
    /// <param name="look">Who starts a run by hand wants the source's own branch, whatever the filters say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SourceUnavailableException">It cannot be read.</exception>
    public async Task<SourceSight> LookAsync(PipelineDeclaration pipeline, ActionDeclaration source, SourceSight sight, Look look, CancellationToken cancellationToken)
    {
        if (!GitRepositoriesOfActions.IsGit(source.ActionTypeId) || !TriggerDecisions.HasFilters(pipeline, source.Name))
        {
            return sight;
        }

        var repository = await repositories.OfAsync(source, cancellationToken);
        var all = RefNames.Of(await refs.ReadAllAsync(repository.Address, repository.ConnectionArn, isPoll: look != Look.ByHand, cancellationToken));
        return sight.Before?.Refs is not { } before || look == Look.ByHand ? sight with { Refs = sight.Before?.Refs is { } kept && look == Look.ByHand ? kept : all }
            : await DecidedAsync(pipeline, new WatchedSource(source, sight.Revision!.Branch), repository, sight, before, all, cancellationToken);
    }

    private async Task<SourceSight> DecidedAsync(
        PipelineDeclaration pipeline, WatchedSource source, SourceRepository repository, SourceSight sight, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> all, CancellationToken cancellationToken)
    {
        if (all.Count == before.Count && all.All(now => before.GetValueOrDefault(now.Key) == now.Value))
        {
            return sight with { Refs = before };
        }

        var taken = before.Where(old => all.ContainsKey(old.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, commit) in all.Where(now => before.GetValueOrDefault(now.Key) != now.Value).OrderBy(now => now.Key, StringComparer.Ordinal))
        {
            var decision = TriggerDecisions.Of(pipeline, [source], await EventAsync(repository, name, commit, before.GetValueOrDefault(name), cancellationToken))[0];
            taken[name] = commit;
            if (decision.Release is { } release)
            {
                return sight with { Refs = taken, Triggered = decision.Detail, Revision = sight.Revision! with { RevisionId = release.Commit, Branch = release.Branch ?? release.Tag ?? "" }, Next = TimeSpan.Zero };
            }
        }

        return sight with { Refs = taken };
    }

    private async Task<RepositoryEvent> EventAsync(SourceRepository repository, string name, string commit, string? before, CancellationToken cancellationToken) => RefNames.TagOf(name) is { } tag
        ? new TagPush(tag, commit, before)
        : new BranchPush(RefNames.BranchOf(name)!, commit, before, before is null ? null : (await paths.BetweenAsync(repository.Address, repository.ConnectionArn, before, commit, cancellationToken)).Paths);
}
