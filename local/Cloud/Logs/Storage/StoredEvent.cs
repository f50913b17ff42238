namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>An event as it is in a stream.</summary>
/// <param name="Key">Its place.</param>
/// <param name="IngestedAt">When it came, in milliseconds since 1970.</param>
/// <param name="Message">What it says.</param>
internal sealed record StoredEvent(EventKey Key, long IngestedAt, string Message);
