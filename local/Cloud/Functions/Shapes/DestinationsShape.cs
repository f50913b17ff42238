namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's DestinationConfig.</summary>
internal sealed record DestinationsShape(DestinationShape? OnSuccess, DestinationShape? OnFailure);
