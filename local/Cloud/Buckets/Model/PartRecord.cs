namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>A part of an upload.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="Content">Where its bytes are.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ETag">The MD5 of its bytes.</param>
/// <param name="LastModified">When it was uploaded.</param>
/// <param name="Checksum">Of its bytes.</param>
internal sealed record PartRecord(int Number, string Content, long Size, string ETag, DateTimeOffset LastModified, ObjectChecksum Checksum);
