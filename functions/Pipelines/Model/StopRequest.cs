namespace Sluice.Pipelines.Model;

/// <summary>That somebody asked for a stop.</summary>
internal sealed record StopRequest(string? Reason, DateTimeOffset Time);
