using Sluice.Local.Cloud.Buckets.Model;

namespace Sluice.Local.Cloud.Buckets.History;

/// <summary>What becomes of a key: all of it is written at once or not at all.</summary>
/// <param name="Record">What is at the key from now on; null is nothing.</param>
internal sealed record KeyChange(KeyRecord? Record)
{
    /// <summary>The version that is one of the older ones from now on.</summary>
    public ObjectVersion? Archived { get; init; }

    /// <summary>The version that is none of the older ones any more.</summary>
    public ObjectVersion? Unarchived { get; init; }

    /// <summary>What is told of it; null for nothing.</summary>
    public ObjectNotice? Notice { get; init; }

    /// <summary>Contents that no version has any more.</summary>
    public IReadOnlyList<string> Loosened { get; init; } = [];
}
