namespace Sluice.Local.Cloud.Logs;

/// <summary>A log group as it is stored.</summary>
/// <param name="Id">For ever its own; a group of the same name that is made later has another.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">In milliseconds since 1970.</param>
/// <param name="RetentionInDays">After how many days events are removed; null is never.</param>
internal sealed record LogGroup(string Id, string Name, long CreatedAt, int? RetentionInDays = null)
{
    private const long MillisecondsOfADay = 24 * 60 * 60 * 1000;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool DeletionProtected { get; init; }

    /// <summary>Events before this time are gone, in milliseconds since 1970.</summary>
    public long KeptFrom(DateTimeOffset now) => RetentionInDays is { } days ? now.ToUnixTimeMilliseconds() - (days * MillisecondsOfADay) : 0;
}
