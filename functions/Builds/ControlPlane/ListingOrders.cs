using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane;

/// <summary>The orders that the model asks for by its own enums.</summary>
internal static class ListingOrders
{
    public static ResourceOrder Of(ReportGroupSortByType? asked) => Of(asked?.ToString());

    public static ResourceOrder Of(FleetSortByType? asked) => Of(asked?.ToString());

    private static ResourceOrder Of(string? asked) => asked switch
    {
        nameof(ReportGroupSortByType.CREATED_TIME) => ResourceOrder.Created,
        nameof(ReportGroupSortByType.LAST_MODIFIED_TIME) => ResourceOrder.LastModified,
        _ => ResourceOrder.Name,
    };
}
