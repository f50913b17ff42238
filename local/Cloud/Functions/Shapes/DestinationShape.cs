namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's OnSuccess and OnFailure.</summary>
/// <param name="Destination">The ARN of a queue, a topic, a function or an event bus.</param>
internal sealed record DestinationShape(string? Destination);
