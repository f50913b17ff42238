using Sluice.Builds.ControlPlane;
using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Lists the ids of sandboxes, the newest first unless asked otherwise.</summary>
public sealed class ListSandboxes : IOperation<ListSandboxesInput, ListSandboxesOutput>
{
    private readonly BuildListing _listing;

    internal ListSandboxes(BuildListing listing)
    {
        _listing = listing;
    }

    /// <inheritdoc/>
    public async Task<ListSandboxesOutput> RunAsync(ListSandboxesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (ids, token) = await _listing.ListSandboxesAsync(null, input.SortOrder == SortOrderType.ASCENDING, input.MaxResults, input.NextToken, InvalidInput.Code, cancellationToken);
        return new ListSandboxesOutput { Ids = ids, NextToken = token };
    }
}
