namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>A checksum of bytes that come by and by.</summary>
internal interface IChecksum
{
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The checksum, with its highest byte first. Nothing is appended after it.</summary>
    byte[] End();
}
