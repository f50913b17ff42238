namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>A checksum of an object, or of a part of one.</summary>
/// <param name="Algorithm">As S3 names it, e.g. <c>CRC64NVME</c>.</param>
/// <param name="Value">In Base64; of a composite one with a hyphen and the number of parts behind it.</param>
/// <param name="Type"><see cref="FullObject"/> or <see cref="Composite"/>.</param>
internal sealed record ObjectChecksum(string Algorithm, string Value, string Type = ObjectChecksum.FullObject)
{
    /// <summary>Of all its bytes.</summary>
    public const string FullObject = "FULL_OBJECT";

    /// <summary>Of the checksums of its parts.</summary>
    public const string Composite = "COMPOSITE";
}
