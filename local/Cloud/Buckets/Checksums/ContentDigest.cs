using Sluice.Local.Cloud.Buckets.Model;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>What some bytes are known by.</summary>
/// <param name="Size">How many there are.</param>
/// <param name="Md5">Their MD5.</param>
/// <param name="Checksum">Their checksum.</param>
internal sealed record ContentDigest(long Size, byte[] Md5, ObjectChecksum Checksum)
{
    /// <summary>The ETag of what was put as one.</summary>
    public string ETag => Convert.ToHexStringLower(Md5);
}
