using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Fleets;

/// <summary>Lists the ARNs of fleets, by name if nothing else is asked for.</summary>
public sealed class ListFleets(FleetStore fleets) : IOperation<ListFleetsInput, ListFleetsOutput>
{
    /// <inheritdoc/>
    public async Task<ListFleetsOutput> RunAsync(ListFleetsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (arns, token) = await fleets.ListAsync(ListingOrders.Of(input.SortBy), input.SortOrder == SortOrderType.DESCENDING, input.NextToken, input.MaxResults, cancellationToken);
        return new ListFleetsOutput { Fleets = arns, NextToken = token };
    }
}
