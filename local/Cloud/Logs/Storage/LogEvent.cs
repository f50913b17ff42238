namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>An event that is to be stored.</summary>
/// <param name="Timestamp">When it happened, in milliseconds since 1970.</param>
/// <param name="Message">What it says, which may have several lines.</param>
public sealed record LogEvent(long Timestamp, string Message);
