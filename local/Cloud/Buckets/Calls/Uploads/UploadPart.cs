using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Stores a part of an upload.</summary>
internal sealed class UploadPart(UploadStore uploads, ObjectWriter writer, BucketOwner owner) : IOperation<UploadPartInput, UploadPartOutput>
{
    public async Task<UploadPartOutput> RunAsync(UploadPartInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        SentLength.Check(input.DecodedContentLength, input.ContentLength);
        PartNumbers.Check(input.PartNumber);
        var upload = await uploads.GetAsync(input.Bucket, input.Key, input.UploadId, cancellationToken);
        var (content, digest) = await writer.StoreAsync(input.Body!, PartNumbers.Checked(Sent(input, upload), upload), cancellationToken);
        await uploads.AddAsync(input.Bucket, upload, new PartRecord(input.PartNumber, content, digest.Size, digest.ETag, writer.Now(), digest.Checksum), cancellationToken);
        return new UploadPartOutput
        {
            ETag = $"\"{digest.ETag}\"",
            ServerSideEncryption = "AES256",
            ChecksumCRC32 = digest.Checksum.Of(ChecksumAlgorithms.Crc32),
            ChecksumCRC32C = digest.Checksum.Of(ChecksumAlgorithms.Crc32C),
            ChecksumCRC64NVME = digest.Checksum.Of(ChecksumAlgorithms.Crc64Nvme),
            ChecksumSHA1 = digest.Checksum.Of(ChecksumAlgorithms.Sha1),
            ChecksumSHA256 = digest.Checksum.Of(ChecksumAlgorithms.Sha256),
        };
    }

    private static SentChecksum Sent(UploadPartInput input, UploadRecord upload) => SentChecksum.Of(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [ChecksumAlgorithms.Crc32] = input.ChecksumCRC32,
                [ChecksumAlgorithms.Crc32C] = input.ChecksumCRC32C,
                [ChecksumAlgorithms.Crc64Nvme] = input.ChecksumCRC64NVME,
                [ChecksumAlgorithms.Sha1] = input.ChecksumSHA1,
                [ChecksumAlgorithms.Sha256] = input.ChecksumSHA256,
            },
            input.Trailer,
            input.ChecksumAlgorithm ?? upload.ChecksumAlgorithm,
            input.ContentMD5);
}
