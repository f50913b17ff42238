using Sluice.BuildContract;
using Sluice.Builds.Batching;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Asks a batch and its builds to stop. One that has ended stays as it is.</summary>
public sealed class StopBuildBatch : IOperation<StopBuildBatchInput, StopBuildBatchOutput>
{
    private readonly BatchFinder _finder;
    private readonly BatchProgress _progress;
    private readonly BatchAnswer _answer;
    private readonly TimeProvider _time;

    internal StopBuildBatch(BatchFinder finder, BatchProgress progress, BatchAnswer answer, TimeProvider time)
    {
        (_finder, _progress, _answer, _time) = (finder, progress, answer, time);
    }

    /// <inheritdoc/>
    public async Task<StopBuildBatchOutput> RunAsync(StopBuildBatchInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var batch = await _finder.GetAsync(input.Id, cancellationToken);
        var reason = $"by {context.Caller?.AccessKeyId ?? "a user"}";
        return new StopBuildBatchOutput
        {
            BuildBatch = _answer.Of(await _progress.AdvanceAsync(batch.BatchId, seen => BatchDecision.Stop(seen, reason, BuildStatus.Stopped, _time.GetUtcNow()), cancellationToken)),
        };
    }
}
