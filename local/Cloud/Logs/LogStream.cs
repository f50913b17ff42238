namespace Sluice.Local.Cloud.Logs;

/// <summary>A log stream as it is stored. What follows from its events is told by them, and stored nowhere else.</summary>
/// <param name="Id">For ever its own.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">In milliseconds since 1970.</param>
internal sealed record LogStream(string Id, string Name, long CreatedAt);
