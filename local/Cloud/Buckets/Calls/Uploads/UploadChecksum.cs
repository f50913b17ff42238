using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Whether the checksum of an object that is uploaded in parts is one of its bytes or of its parts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html.</summary>
internal static class UploadChecksum
{
    /// <exception cref="ApiException"><c>InvalidRequest</c>: the algorithm has not this type.</exception>
    public static string? TypeOf(string? algorithm, string? asked)
    {
        if (asked is not (null or ObjectChecksum.FullObject or ObjectChecksum.Composite))
        {
            throw S3Errors.InvalidRequest($"Value for x-amz-checksum-type header is invalid: '{asked}', expected {ObjectChecksum.FullObject} or {ObjectChecksum.Composite}.");
        }

        if (algorithm is null)
        {
            return asked is null ? null : throw S3Errors.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        var usual = algorithm == ChecksumAlgorithms.Crc64Nvme ? ObjectChecksum.FullObject : ObjectChecksum.Composite;
        return (asked ?? usual, algorithm) is (ObjectChecksum.Composite, ChecksumAlgorithms.Crc64Nvme) or (ObjectChecksum.FullObject, ChecksumAlgorithms.Sha1 or ChecksumAlgorithms.Sha256)
            ? throw S3Errors.InvalidRequest($"The {asked} checksum type cannot be used with the {algorithm.ToLowerInvariant()} checksum algorithm.")
            : asked ?? usual;
    }

    /// <summary>The checksum of the checksums of parts.</summary>
    public static ObjectChecksum Composite(string algorithm, IReadOnlyCollection<PartRecord> parts)
    {
        var checksum = ChecksumAlgorithms.Start(algorithm);
        foreach (var part in parts)
        {
            checksum.Append(Convert.FromBase64String(part.Checksum.Value));
        }

        return new ObjectChecksum(algorithm, $"{Convert.ToBase64String(checksum.End())}-{parts.Count}", ObjectChecksum.Composite);
    }
}
