using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane;
using Sluice.Platform.Json;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Pages of batches' ids. With a filter a page may be short, or empty with a token.</summary>
internal sealed class BatchPages(BatchListing listing, BatchFinder finder)
{
    public async Task<(IReadOnlyList<string> Ids, string? NextToken)> ReadAsync(
        string? projectName, BuildBatchFilter? filter, SortOrderType? order, int? most, string? token, CancellationToken cancellationToken)
    {
        var (ids, next) = await listing.ListAsync(projectName, order == SortOrderType.ASCENDING, most, token, InvalidInput.Code, cancellationToken);
        if (filter?.Status is not { } status)
        {
            return (ids, next);
        }

        var found = await Task.WhenAll(ids.Select(id => finder.FindAsync(id, cancellationToken)));
        return ([.. found.Where(batch => batch?.Status.WireName() == status.ToString()).Select(batch => batch!.FullId())], next);
    }
}
