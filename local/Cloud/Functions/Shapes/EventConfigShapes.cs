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

/// <summary>Lambda's DestinationConfig.</summary>
internal sealed record DestinationsShape(DestinationShape? OnSuccess, DestinationShape? OnFailure);

/// <summary>Lambda's OnSuccess and OnFailure.</summary>
/// <param name="Destination">The ARN of a queue, a topic, a function or an event bus.</param>
internal sealed record DestinationShape(string? Destination);
