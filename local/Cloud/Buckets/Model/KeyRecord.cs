namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>What is at a key: its newest version, and whether there may be older ones, which are items of their own.</summary>
/// <param name="Current">The newest version, which may be a delete marker.</param>
internal sealed record KeyRecord(ObjectVersion Current)
{
    /// <summary>Whether there may be older ones.</summary>
    public bool HasOlder { get; init; }

    /// <summary>Which of the older ones is the version <c>null</c>; null if none is.</summary>
    public long? NullSequence { get; init; }
}
