using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.Sources;

/// <summary>
/// Finds out what became of the run that a source's commit was last taken up by. One that failed for its source is tried again when the source can be fetched, once: a fault that passes
/// must not lose a commit.
/// </summary>
internal sealed class SourceRetry(PipelineRunStore runs, SourceStates states, IFetchProbe probe)
{
    /// <returns>The run that tries again, if it is time; and the sources, with an error where one has to be waited for.</returns>
    public async Task<(NewRun? Run, IReadOnlyList<SourceSight> Seen)> FindAsync(
        PipelineDeclaration pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        if (seen.Any(sight => sight.Revision is null) || seen.Select(sight => sight.Before?.RunToSettle).FirstOrDefault(id => id is not null) is not { } id
            || await EndedAsync(pipeline.Name, id, cancellationToken) is not { } run)
        {
            return (null, seen);
        }

        if (!SourceFailure.Is(run))
        {
            return (null, await SettledAsync(pipeline.Name, seen, cancellationToken));
        }

        var probed = await Task.WhenAll(seen.Select(sight => ProbedAsync(sight, id, cancellationToken)));
        return (probed.All(sight => sight.Error is null) ? NewRun.Of(pipeline, probed, PollDecision.Retry(probed, run)) with { IsRetry = true, Variables = PipelineVariables.Known(pipeline) } : null, probed);
    }

    private async Task<PipelineRun?> EndedAsync(string pipeline, string id, CancellationToken cancellationToken) =>
        (await runs.GetAsync(pipeline, id, cancellationToken)).Value is { HasEnded: true } run ? run : null;

    /// <summary>From now on its end is no more looked at.</summary>
    private async Task<IReadOnlyList<SourceSight>> SettledAsync(string pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        foreach (var sight in seen.Where(sight => sight.Before?.RunToSettle is not null))
        {
            await states.SaveAsync(pipeline, sight.Seen, sight.Before! with { RunToSettle = null, Error = null, Failures = 0, NotBefore = null }, cancellationToken);
        }

        // What was read of them is not what is kept any more; there is nothing else to keep.
        return [];
    }

    private async Task<SourceSight> ProbedAsync(SourceSight sight, string failed, CancellationToken cancellationToken)
    {
        var revision = sight.Revision!;
        return revision.Branch.Length == 0 || await probe.CanFetchAsync(revision.Repository, revision.RevisionId, revision.ConnectionArn, cancellationToken)
            ? sight
            : sight with { Error = $"The commit {revision.RevisionId} of '{revision.Repository}' cannot be fetched, though its branch can be read. The run {failed}, which failed for that, is tried again when it can." };
    }
}
