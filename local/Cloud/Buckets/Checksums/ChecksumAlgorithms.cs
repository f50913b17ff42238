using System.Security.Cryptography;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>The checksums that clients can have of what they put.</summary>
internal static class ChecksumAlgorithms
{
    public const string Crc32 = "CRC32";
    public const string Crc32C = "CRC32C";
    public const string Crc64Nvme = "CRC64NVME";
    public const string Sha1 = "SHA1";
    public const string Sha256 = "SHA256";

    /// <summary>What an object has whose client named none.</summary>
    public const string Default = Crc64Nvme;

    public static IReadOnlyList<string> All { get; } = [Crc32, Crc32C, Crc64Nvme, Sha1, Sha256];

    /// <summary>The header and the trailer that have it.</summary>
    public static string Header(string algorithm) => $"x-amz-checksum-{algorithm.ToLowerInvariant()}";

    /// <summary>Of a name as clients write it.</summary>
    /// <exception cref="ApiException"><c>InvalidRequest</c>.</exception>
    public static string? Named(string? name) => name is null ? null
        : All.FirstOrDefault(algorithm => algorithm.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw S3Errors.InvalidRequest($"Checksum algorithm provided is unsupported: '{name}'. Please try again with any of the valid types: [{string.Join(", ", All)}]");

    public static IChecksum Start(string algorithm) => algorithm switch
    {
        Crc32 => Crc.Crc32(),
        Crc32C => Crc.Crc32C(),
        Crc64Nvme => Crc.Crc64Nvme(),
        Sha1 => new HashChecksum(HashAlgorithmName.SHA1),
        _ => new HashChecksum(HashAlgorithmName.SHA256),
    };

    /// <summary>How many bytes it has.</summary>
    public static int Length(string algorithm) => algorithm switch
    {
        Crc32 or Crc32C => sizeof(uint),
        Crc64Nvme => sizeof(ulong),
        Sha1 => SHA1.HashSizeInBytes,
        _ => SHA256.HashSizeInBytes,
    };
}
