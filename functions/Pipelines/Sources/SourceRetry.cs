using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Executions;

namespace Sluice.Pipelines.Sources;

/// <summary>
/// Finds out what became of the run that a source's commit was last taken up by. One that failed for its source is tried again when the source can be fetched, once: a fault that passes
/// must not lose a commit.
/// </summary>
internal sealed class SourceRetry(RunStore runs, SourceStates states, IFetchProbe probe)
{
    /// <returns>The run that tries again; null if there is nothing to try again yet.</returns>
    public async Task<NewRun?> FindAsync(PipelineDeclaration pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        if (seen.Any(sight => sight.Revision is null) || seen.Select(sight => sight.Before?.RunToSettle).FirstOrDefault(id => id is not null) is not { } id
            || await EndedAsync(pipeline.Name, id, cancellationToken) is not { } run)
        {
            return null;
        }

        if (!SourceFailure.Is(run))
        {
            await SettleAsync(pipeline.Name, seen, cancellationToken);
            return null;
        }

        return await CanFetchAsync(pipeline, seen, cancellationToken) ? new NewRun(pipeline, seen, PollDecision.Retry(seen, run), IsRetry: true) : null;
    }

    private async Task<PipelineRun?> EndedAsync(string pipeline, string id, CancellationToken cancellationToken) =>
        (await runs.GetAsync(pipeline, id, cancellationToken)).Value is { Phase: RunPhase.Ended } run ? run : null;

    /// <summary>From now on its end is no more looked at.</summary>
    private async Task SettleAsync(string pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        foreach (var sight in seen.Where(sight => sight.Before?.RunToSettle is not null))
        {
            await states.SaveAsync(pipeline, sight.Seen, sight.Before! with { RunToSettle = null, Error = null }, cancellationToken);
        }
    }

    private async Task<bool> CanFetchAsync(PipelineDeclaration pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        foreach (var (source, sight) in pipeline.Sources.Zip(seen))
        {
            if (!await probe.CanFetchAsync(source.Setting("Repository") ?? "", sight.Revision!.RevisionId, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
