using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>The parts that an object is made of.</summary>
internal static class CompletedList
{
    private const long Least = 5L * 1024 * 1024;

    /// <exception cref="ApiException"><c>InvalidPartOrder</c>, <c>InvalidPart</c>, <c>EntityTooSmall</c>, <c>MalformedXML</c>.</exception>
    public static IReadOnlyList<PartRecord> Of(IReadOnlyList<CompletedPart> named, IReadOnlyDictionary<int, PartRecord> uploaded)
    {
        if (named.Count == 0)
        {
            throw S3Errors.MalformedXml("it names no part");
        }

        if (named.Zip(named.Skip(1)).Any(pair => pair.First.PartNumber >= pair.Second.PartNumber))
        {
            throw new ApiException("InvalidPartOrder", "The list of parts was not in ascending order. The parts list must be specified in order by part number.");
        }

        var parts = named.Select(part => Found(part, uploaded)).ToList();
        return parts.SkipLast(1).FirstOrDefault(part => part.Size < Least) is { } small
            ? throw new ApiException("EntityTooSmall", $"Your proposed upload is smaller than the minimum allowed object size: part {small.Number} has {small.Size} bytes, and each part but the last has at least {Least}.")
            : parts;
    }

    /// <summary>The MD5 of the parts' MD5s, with their number.</summary>
    public static string ETag(IReadOnlyList<PartRecord> parts)
    {
        using var md5 = HashChecksum.Md5();
        foreach (var part in parts)
        {
            md5.Append(Convert.FromHexString(part.ETag));
        }

        return $"{Convert.ToHexStringLower(md5.End())}-{parts.Count}";
    }

    private static PartRecord Found(CompletedPart named, IReadOnlyDictionary<int, PartRecord> uploaded) =>
        uploaded.GetValueOrDefault(named.PartNumber) is { } part && (named.ETag is null || named.ETag.Trim('"') == part.ETag) && Sums(named).All(sum => sum.Value is null || (sum.Algorithm == part.Checksum.Algorithm && sum.Value == part.Checksum.Value))
            ? part
            : throw new ApiException("InvalidPart", $"One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag: part {named.PartNumber}");

    private static IEnumerable<(string Algorithm, string? Value)> Sums(CompletedPart part) =>
    [
        (ChecksumAlgorithms.Crc32, part.ChecksumCRC32), (ChecksumAlgorithms.Crc32C, part.ChecksumCRC32C), (ChecksumAlgorithms.Crc64Nvme, part.ChecksumCRC64NVME),
        (ChecksumAlgorithms.Sha1, part.ChecksumSHA1), (ChecksumAlgorithms.Sha256, part.ChecksumSHA256),
    ];
}
