namespace Sluice.Platform.Tracing;

/// <summary>Spans were not taken by who collects them, and may be later.</summary>
/// <param name="message">Why, for people; nothing of what was sent.</param>
/// <param name="inner">What was caught; null for an answer.</param>
public sealed class ExportFailedException(string message, Exception? inner = null) : Exception(message, inner);
