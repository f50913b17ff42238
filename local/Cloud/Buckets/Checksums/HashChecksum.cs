using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>A checksum that is a hash.</summary>
internal sealed class HashChecksum(HashAlgorithmName algorithm) : IChecksum, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    /// <summary>What ETags are made of.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "It is what S3 answers; nothing is kept safe by it.")]
    public static HashChecksum Md5() => new(HashAlgorithmName.MD5);

    public void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public byte[] End() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
