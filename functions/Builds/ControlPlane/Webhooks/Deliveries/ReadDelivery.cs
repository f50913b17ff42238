namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>A delivery that was read.</summary>
/// <param name="Delivery">Null if there is nothing to build.</param>
/// <param name="Why">Why there is nothing.</param>
public sealed record ReadDelivery(WebhookDelivery? Delivery, string? Why)
{
    internal static ReadDelivery Nothing(string why) => new(null, why);

    internal static ReadDelivery Of(WebhookDelivery delivery) => new(delivery, null);
}
