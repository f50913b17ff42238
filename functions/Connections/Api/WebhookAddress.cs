using Sluice.Connections.Deliveries;

namespace Sluice.Connections.Api;

/// <summary>Where hosts deliver to.</summary>
internal static class WebhookAddress
{
    public static string Of(StoredConnection connection, OperationContext context) => context.Address(DeliveryEntry.AddressOf(connection)) ?? "/" + DeliveryEntry.AddressOf(connection);
}
