using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Lists the ids of batches, the newest first unless asked otherwise.</summary>
public sealed class ListBuildBatches : IOperation<ListBuildBatchesInput, ListBuildBatchesOutput>
{
    private readonly BatchPages _pages;

    internal ListBuildBatches(BatchPages pages)
    {
        _pages = pages;
    }

    /// <inheritdoc/>
    public async Task<ListBuildBatchesOutput> RunAsync(ListBuildBatchesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (ids, token) = await _pages.ReadAsync(null, input.Filter, input.SortOrder, input.MaxResults, input.NextToken, cancellationToken);
        return new ListBuildBatchesOutput { Ids = ids, NextToken = token };
    }
}
