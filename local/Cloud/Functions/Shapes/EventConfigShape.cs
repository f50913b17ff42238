using Sluice.Local.Cloud.Functions.Events;

namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's FunctionEventInvokeConfig.</summary>
/// <param name="LastModified">Seconds since 1970.</param>
internal sealed record EventConfigShape(double LastModified, string FunctionArn, int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds, DestinationsShape DestinationConfig)
{
    public static EventConfigShape Of(CloudIdentity identity, FunctionReference reference, EventSettings settings) => new(
        settings.LastModified.ToUnixTimeMilliseconds() / 1000.0,
        identity.FunctionArn(reference.Name, reference.Target),
        settings.MaximumRetryAttempts,
        settings.MaximumEventAge,
        new DestinationsShape(new DestinationShape(settings.OnSuccess), new DestinationShape(settings.OnFailure)));
}
