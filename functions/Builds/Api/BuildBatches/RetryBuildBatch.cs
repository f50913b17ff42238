using Sluice.Builds.Batching;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Starts a batch that failed or was stopped once more: its failed builds, or all of them.</summary>
public sealed class RetryBuildBatch : IOperation<RetryBuildBatchInput, RetryBuildBatchOutput>
{
    private readonly BatchFinder _finder;
    private readonly BatchStore _store;
    private readonly BatchAnswer _answer;

    internal RetryBuildBatch(BatchFinder finder, BatchStore store, BatchAnswer answer)
    {
        (_finder, _store, _answer) = (finder, store, answer);
    }

    /// <inheritdoc/>
    public async Task<RetryBuildBatchOutput> RunAsync(RetryBuildBatchInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var batch = await _finder.GetAsync(input.Id, cancellationToken);
        var all = input.RetryType == RetryBuildBatchType.RETRY_ALL_BUILDS;
        var (retried, _) = await _store.DecideAsync(batch.BatchId, (seen, _) => Task.FromResult(BatchRetry.Decide(seen, all)), cancellationToken);
        return new RetryBuildBatchOutput { BuildBatch = _answer.Of(retried) };
    }
}
