namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>What EventBridge is told of an object.</summary>
/// <param name="DetailType"><c>Object Created</c> or <c>Object Deleted</c>.</param>
/// <param name="Reason">The operation, e.g. <c>PutObject</c>.</param>
/// <param name="Version">What was put or deleted, or the marker that was set.</param>
internal sealed record ObjectNotice(string DetailType, string Reason, ObjectVersion Version)
{
    /// <summary>How it was deleted.</summary>
    public string? DeletionType { get; init; }

    /// <summary>Null unless the bucket wants it told.</summary>
    public static ObjectNotice? Created(BucketRecord bucket, string reason, ObjectVersion version) => bucket.TellsEventBridge ? new ObjectNotice("Object Created", reason, version) : null;

    /// <summary>Null unless the bucket wants it told.</summary>
    public static ObjectNotice? Deleted(BucketRecord bucket, ObjectVersion version, bool isByMarker) => bucket.TellsEventBridge
        ? new ObjectNotice("Object Deleted", "DeleteObject", version) { DeletionType = isByMarker ? "Delete Marker Created" : "Permanently Deleted" }
        : null;
}
