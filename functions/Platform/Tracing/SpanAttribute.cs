namespace Sluice.Platform.Tracing;

/// <summary>What is told of a span, or of who tells it.</summary>
/// <param name="Name">One of OpenTelemetry's conventions where they have one, else <c>sluice.…</c>.</param>
/// <param name="Value">A string, a long or a bool; null tells nothing.</param>
public sealed record SpanAttribute(string Name, object? Value);
