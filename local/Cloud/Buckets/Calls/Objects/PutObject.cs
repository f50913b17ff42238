using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Stores an object whole.</summary>
internal sealed class PutObject(ObjectWriter writer, BucketOwner owner) : IOperation<PutObjectInput, PutObjectOutput>
{
    public async Task<PutObjectOutput> RunAsync(PutObjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        SentLength.Check(input.DecodedContentLength, input.ContentLength);
        var stored = await writer.PutAsync(
            input.Bucket, input.Key, input.Body!, ObjectTemplate.Of(input, writer.Now()), Sent(input), new Preconditions(input.IfMatch, input.IfNoneMatch), cancellationToken);
        return new PutObjectOutput
        {
            ETag = $"\"{stored.ETag}\"",
            VersionId = stored.AnsweredId,
            ServerSideEncryption = "AES256",
            ChecksumCRC32 = stored.Checksum!.Of(ChecksumAlgorithms.Crc32),
            ChecksumCRC32C = stored.Checksum!.Of(ChecksumAlgorithms.Crc32C),
            ChecksumCRC64NVME = stored.Checksum!.Of(ChecksumAlgorithms.Crc64Nvme),
            ChecksumSHA1 = stored.Checksum!.Of(ChecksumAlgorithms.Sha1),
            ChecksumSHA256 = stored.Checksum!.Of(ChecksumAlgorithms.Sha256),
            ChecksumType = stored.Checksum!.Type,
            Size = stored.Size,
        };
    }

    private static SentChecksum Sent(PutObjectInput input) => SentChecksum.Of(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [ChecksumAlgorithms.Crc32] = input.ChecksumCRC32,
                [ChecksumAlgorithms.Crc32C] = input.ChecksumCRC32C,
                [ChecksumAlgorithms.Crc64Nvme] = input.ChecksumCRC64NVME,
                [ChecksumAlgorithms.Sha1] = input.ChecksumSHA1,
                [ChecksumAlgorithms.Sha256] = input.ChecksumSHA256,
            },
            input.Trailer,
            input.ChecksumAlgorithm,
            input.ContentMD5);
}
