namespace Sluice.Pipelines.Sources;

/// <summary>An object in an event.</summary>
public sealed record SourceChangeObject(string? Key);
