namespace Sluice.Platform.Tracing;

/// <summary>Where people look who want to see traces without a collector.</summary>
/// <param name="Tell">Takes a line.</param>
public sealed record TraceConsole(Action<string> Tell);
