using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Executions;

namespace Sluice.Pipelines.Sources;

/// <summary>Looks at the sources of a pipeline: first at what was taken up of each, then, all at once, at where each stands now.</summary>
internal sealed class SourceHeads(IRefReader refs, SourceStates states)
{
    public async Task<IReadOnlyList<SourceSight>> LookAsync(PipelineDeclaration pipeline, CancellationToken cancellationToken) =>
        await Task.WhenAll(pipeline.Sources.Select(source => LookAsync(pipeline, source, cancellationToken)));

    private async Task<SourceSight> LookAsync(PipelineDeclaration pipeline, ActionDeclaration source, CancellationToken cancellationToken)
    {
        var seen = await states.FindAsync(pipeline.Name, source.Name, cancellationToken);
        try
        {
            return new SourceSight(source.Name, seen, await ReadAsync(source, seen?.Value, cancellationToken), null);
        }
        catch (SourceUnavailableException e)
        {
            return new SourceSight(source.Name, seen, null, e.Message);
        }
    }

    private async Task<SourceRevision> ReadAsync(ActionDeclaration source, SourceState? before, CancellationToken cancellationToken)
    {
        var repository = source.Setting("Repository") ?? "";
        var shown = Credentials.Removed(repository);
        var head = await refs.ReadHeadAsync(repository, source.Setting("Branch") ?? FixedBranch(before, shown), cancellationToken);
        return new SourceRevision(source.Name, shown, head.Branch, head.CommitId);
    }

    /// <summary>The branch that HEAD was at first: whoever checks out another one to try something must not release it by that.</summary>
    private static string? FixedBranch(SourceState? before, string repository) =>
        before is not null && (before.Repository is null || before.Repository == repository) ? before.Branch : null;
}
