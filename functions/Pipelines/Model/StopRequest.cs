namespace Sluice.Pipelines.Model;

/// <summary>That somebody asked for a stop; never taken back.</summary>
internal sealed record StopRequest(string? Reason, DateTimeOffset Time);
