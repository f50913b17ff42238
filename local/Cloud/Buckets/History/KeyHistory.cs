using Sluice.Local.Cloud.Buckets.Model;

namespace Sluice.Local.Cloud.Buckets.History;

/// <summary>Decides what becomes of a key's versions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/AddingObjectstoVersionSuspendedBuckets.html.</summary>
internal static class KeyHistory
{
    /// <summary>A version or a delete marker is put on top. One without an id takes the place of the version <c>null</c>, wherever that is.</summary>
    /// <param name="now">What is at the key.</param>
    /// <param name="olderNull">The version <c>null</c>, if it is one of the older ones.</param>
    /// <param name="added">What is put.</param>
    public static KeyChange Put(KeyRecord? now, ObjectVersion? olderNull, ObjectVersion added)
    {
        if (now is null)
        {
            return new KeyChange(new KeyRecord(added with { Sequence = 1 }));
        }

        var next = added with { Sequence = now.Current.Sequence + 1 };
        var replaced = added.VersionId is null ? olderNull : null;
        if (added.VersionId is null && now.Current.VersionId is null)
        {
            return new KeyChange(now with { Current = next }) { Loosened = Contents(now.Current) };
        }

        var stillNull = now.Current.VersionId is null ? now.Current.Sequence : replaced is null ? now.NullSequence : null;
        return new KeyChange(new KeyRecord(next) { HasOlder = true, NullSequence = stillNull }) { Archived = now.Current, Unarchived = replaced, Loosened = Contents(replaced) };
    }

    /// <summary>The newest version is taken away for good.</summary>
    /// <param name="now">What is at the key.</param>
    /// <param name="older">The newest two of the older ones.</param>
    public static KeyChange RemoveCurrent(KeyRecord now, IReadOnlyList<ObjectVersion> older)
    {
        if (older.Count == 0)
        {
            return new KeyChange(Record: null) { Loosened = Contents(now.Current) };
        }

        var next = older[0];
        var stillNull = now.NullSequence == next.Sequence ? null : now.NullSequence;
        return new KeyChange(new KeyRecord(next) { HasOlder = older.Count > 1, NullSequence = stillNull }) { Unarchived = next, Loosened = Contents(now.Current) };
    }

    /// <summary>One of the older versions is taken away for good.</summary>
    public static KeyChange RemoveOlder(KeyRecord now, ObjectVersion older) =>
        new(now with { NullSequence = now.NullSequence == older.Sequence ? null : now.NullSequence }) { Unarchived = older, Loosened = Contents(older) };

    /// <summary>What is known of a version is another from now on; its bytes, its id and its place stay.</summary>
    public static KeyChange Revise(KeyRecord now, ObjectVersion version, ObjectVersion revised) =>
        now.Current.Sequence == version.Sequence ? new KeyChange(now with { Current = revised }) : new KeyChange(now) { Archived = revised };

    private static IReadOnlyList<string> Contents(ObjectVersion? version) => version?.Content is { } content ? [content] : [];
}
