using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Copies an object, or a range of it, as a part of an upload.</summary>
internal sealed class UploadPartCopy(UploadStore uploads, ObjectReader reader, ObjectWriter writer, BucketOwner owner) : IOperation<UploadPartCopyInput, UploadPartCopyOutput>
{
    public async Task<UploadPartCopyOutput> RunAsync(UploadPartCopyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        PartNumbers.Check(input.PartNumber);
        var upload = await uploads.GetAsync(input.Bucket, input.Key, input.UploadId, cancellationToken);
        var when = new Preconditions(input.CopySourceIfMatch, input.CopySourceIfNoneMatch, input.CopySourceIfModifiedSince, input.CopySourceIfUnmodifiedSince);
        var (version, opened) = await SourceReading.OpenAsync(reader, CopySource.Parse(input.CopySource), when, cancellationToken);
        await using var source = opened;
        var content = input.CopySourceRange is { } range ? new RangedContent(source, ByteRange.OfCopy(range, version.Size)) : source;
        var sent = SentChecksum.Of(new Dictionary<string, string?>(StringComparer.Ordinal), trailer: null, upload.ChecksumAlgorithm, md5: null);
        var (stored, digest) = await writer.StoreAsync(content, sent, cancellationToken);
        var part = new PartRecord(input.PartNumber, stored, digest.Size, digest.ETag, writer.Now(), digest.Checksum);
        await uploads.AddAsync(input.Bucket, upload, part, cancellationToken);
        return new UploadPartCopyOutput
        {
            CopySourceVersionId = version.AnsweredId,
            ServerSideEncryption = "AES256",
            CopyPartResult = new CopyPartResult
            {
                ETag = $"\"{part.ETag}\"",
                LastModified = part.LastModified,
                ChecksumCRC32 = part.Checksum.Of(ChecksumAlgorithms.Crc32),
                ChecksumCRC32C = part.Checksum.Of(ChecksumAlgorithms.Crc32C),
                ChecksumCRC64NVME = part.Checksum.Of(ChecksumAlgorithms.Crc64Nvme),
                ChecksumSHA1 = part.Checksum.Of(ChecksumAlgorithms.Sha1),
                ChecksumSHA256 = part.Checksum.Of(ChecksumAlgorithms.Sha256),
            },
        };
    }
}
