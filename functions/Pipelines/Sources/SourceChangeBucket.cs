namespace Sluice.Pipelines.Sources;

/// <summary>A bucket in an event.</summary>
public sealed record SourceChangeBucket(string? Name);
