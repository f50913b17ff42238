using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Tells of up to a hundred batches.</summary>
public sealed class BatchGetBuildBatches(BatchFinder finder, BatchAnswer answer) : IOperation<BatchGetBuildBatchesInput, BatchGetBuildBatchesOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetBuildBatchesOutput> RunAsync(BatchGetBuildBatchesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.Ids.Distinct()], id => finder.FindAsync(id, cancellationToken));
        return new BatchGetBuildBatchesOutput { BuildBatches = [.. found.Select(answer.Of)], BuildBatchesNotFound = missing };
    }
}
