namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>An upload in parts that goes on.</summary>
/// <param name="UploadId">Its id.</param>
/// <param name="Key">Where the object is to be.</param>
/// <param name="Initiated">Since when.</param>
/// <param name="Object">The object as it is to be, without what its bytes say.</param>
internal sealed record UploadRecord(string UploadId, string Key, DateTimeOffset Initiated, ObjectVersion Object)
{
    /// <summary>The checksum that each part has; null leaves it to the parts.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary>Whether the object's checksum is one of its bytes or of its parts.</summary>
    public string? ChecksumType { get; init; }
}
