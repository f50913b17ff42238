using Sluice.Builds.ControlPlane;
using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Lists the ids of builds, the newest first unless asked otherwise.</summary>
public sealed class ListBuilds : IOperation<ListBuildsInput, ListBuildsOutput>
{
    private readonly BuildListing _listing;

    internal ListBuilds(BuildListing listing)
    {
        _listing = listing;
    }

    /// <inheritdoc/>
    public async Task<ListBuildsOutput> RunAsync(ListBuildsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (ids, token) = await _listing.ListAsync(null, input.SortOrder == SortOrderType.ASCENDING, input.NextToken, InvalidInput.Code, cancellationToken);
        return new ListBuildsOutput { Ids = ids, NextToken = token };
    }
}
