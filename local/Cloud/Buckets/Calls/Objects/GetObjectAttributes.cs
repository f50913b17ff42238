using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Answers those of an object's attributes that are asked for.</summary>
internal sealed class GetObjectAttributes(ObjectReader reader, BucketOwner owner) : IOperation<GetObjectAttributesInput, GetObjectAttributesOutput>
{
    private static readonly string[] Known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    public async Task<GetObjectAttributesOutput> RunAsync(GetObjectAttributesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var unknown = input.ObjectAttributes.Except(Known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw S3Errors.InvalidArgument($"Invalid attribute name specified: {string.Join(", ", unknown)}. Expected {string.Join(", ", Known)}.");
        }

        var version = await reader.GetAsync(input.Bucket, input.Key, input.VersionId, cancellationToken);
        ReadRules.Check(version, input.VersionId, input.Key);
        return new GetObjectAttributesOutput
        {
            LastModified = version.LastModified,
            VersionId = version.AnsweredId,
            ETag = Has(input, "ETag") ? version.ETag : null,
            ObjectSize = Has(input, "ObjectSize") ? version.Size : null,
            StorageClass = Has(input, "StorageClass") ? version.Headers.StorageClass ?? "STANDARD" : null,
            ObjectParts = Has(input, "ObjectParts") && version.Parts is { } parts ? new PartsInfo { TotalPartsCount = parts } : null,
            Checksum = Has(input, "Checksum") && version.Checksum is { } sum ? Shown(sum) : null,
        };
    }

    private static ChecksumInfo Shown(ObjectChecksum sum) => new()
    {
        ChecksumType = sum.Type,
        ChecksumCRC32 = sum.Of(ChecksumAlgorithms.Crc32),
        ChecksumCRC32C = sum.Of(ChecksumAlgorithms.Crc32C),
        ChecksumCRC64NVME = sum.Of(ChecksumAlgorithms.Crc64Nvme),
        ChecksumSHA1 = sum.Of(ChecksumAlgorithms.Sha1),
        ChecksumSHA256 = sum.Of(ChecksumAlgorithms.Sha256),
    };

    private static bool Has(GetObjectAttributesInput input, string name) => input.ObjectAttributes.Contains(name, StringComparer.Ordinal);
}
