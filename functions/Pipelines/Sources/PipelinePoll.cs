using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.Sources;

/// <summary>One poll of one pipeline.</summary>
internal sealed class PipelinePoll(SourceHeads heads, SourceStates states, RunStarter starter, SourceRetry retry, PollPace pace, TimeProvider time, ILogger<PipelinePoll> log)
{
    /// <summary>Branches and tags that were pushed together may be many; the rest comes with the next poll.</summary>
    private const int MostAtOnce = 20;

    /// <param name="pipeline">Which one.</param>
    /// <param name="look">How much it is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="told">What told of a change; null for nothing.</param>
    public async Task<PollResult> PollAsync(PipelineDeclaration pipeline, Look look, CancellationToken cancellationToken, ExecutionTrigger? told = null)
    {
        var (result, goesOn) = await OnceAsync(pipeline, look, told, cancellationToken);
        for (var runs = 1; goesOn && runs < MostAtOnce; runs++)
        {
            (var next, goesOn) = await OnceAsync(pipeline, look, told, cancellationToken);
            result = new PollResult([.. result.Started, .. next.Started], [.. result.Errors, .. next.Errors], next.Polled);
        }

        return result;
    }

    /// <returns>What is new, and whether there may be more: a trigger's filters let one branch or tag pass at a time.</returns>
    private async Task<(PollResult Result, bool GoesOn)> OnceAsync(PipelineDeclaration pipeline, Look look, ExecutionTrigger? told, CancellationToken cancellationToken)
    {
        var seen = await heads.LookAsync(pipeline, look, cancellationToken);
        // Changes on this machine are told as they happen: the slowest of its sources is the pace.
        PolledPipeline[] polled = [new(pipeline.Name, seen.Select(sight => sight.Next).DefaultIfEmpty(pace.Remote).Max())];
        var (run, kept) = PollDecision.Change(seen, told) is { } trigger ? (NewRun.Of(pipeline, seen, trigger) with { Variables = PipelineVariables.Known(pipeline) }, seen) : await retry.FindAsync(pipeline, seen, cancellationToken);
        if (run is not null)
        {
            return (new PollResult(await starter.StartAsync(run, cancellationToken) is { } started ? [new StartedRun(pipeline.Name, started)] : [], [], polled), seen.Any(sight => sight.Triggered is not null));
        }

        return (new PollResult([], await KeepAsync(pipeline, kept, cancellationToken), polled), false);
    }

    /// <summary>Keeps which sources can be read, and returns what is news of that.</summary>
    private async Task<List<SourceError>> KeepAsync(PipelineDeclaration pipeline, IReadOnlyList<SourceSight> seen, CancellationToken cancellationToken)
    {
        var errors = new List<SourceError>();
        foreach (var sight in seen.Where(sight => sight.Error is not null || sight.Before is not null))
        {
            if (await states.SaveAsync(pipeline.Name, sight.Seen, sight.Kept(time.GetUtcNow()), cancellationToken) && sight.Error is not null)
            {
                log.LogWarning("The source {Action} of the pipeline {Pipeline} cannot be read: {Error}", sight.ActionName, pipeline.Name, sight.Error);
                errors.Add(new SourceError(pipeline.Name, sight.ActionName, sight.Error));
            }
        }

        return errors;
    }
}
