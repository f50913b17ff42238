using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Makes an object of the parts that are named.</summary>
internal sealed class CompleteMultipartUpload(UploadStore uploads, ObjectWriter writer, ContentStore contents, BucketOwner owner) : IOperation<CompleteMultipartUploadInput, CompleteMultipartUploadOutput>
{
    public async Task<CompleteMultipartUploadOutput> RunAsync(CompleteMultipartUploadInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var when = new Preconditions(input.IfMatch, input.IfNoneMatch);
        when.CheckWritable();
        var upload = await uploads.GetAsync(input.Bucket, input.Key, input.UploadId, cancellationToken);
        var parts = CompletedList.Of(input.MultipartUpload.Parts, await uploads.AllPartsAsync(upload.UploadId, cancellationToken));
        CheckSize(input.MpuObjectSize, parts);
        await using var whole = new JoinedContent([.. parts.Select(part => part.Content)], contents);
        var (content, digest) = await writer.StoreAsync(whole, Sent(input, upload), cancellationToken);
        var version = upload.Object with { LastModified = writer.Now(), Content = content, Size = digest.Size, ETag = CompletedList.ETag(parts), Parts = parts.Count, Checksum = Sum(upload, digest, parts) };
        var stored = await writer.AddAsync(input.Bucket, input.Key, version, when, UploadStore.End(input.Bucket, upload.UploadId), "CompleteMultipartUpload", cancellationToken);
        await uploads.RemovePartsAsync(upload.UploadId);
        return new CompleteMultipartUploadOutput
        {
            Location = $"/{input.Bucket}/{input.Key}",
            Bucket = input.Bucket,
            Key = input.Key,
            ETag = $"\"{stored.ETag}\"",
            ChecksumType = stored.Checksum!.Type,
            ChecksumCRC32 = stored.Checksum.Of(ChecksumAlgorithms.Crc32),
            ChecksumCRC32C = stored.Checksum.Of(ChecksumAlgorithms.Crc32C),
            ChecksumCRC64NVME = stored.Checksum.Of(ChecksumAlgorithms.Crc64Nvme),
            ChecksumSHA1 = stored.Checksum.Of(ChecksumAlgorithms.Sha1),
            ChecksumSHA256 = stored.Checksum.Of(ChecksumAlgorithms.Sha256),
            VersionId = stored.AnsweredId,
            ServerSideEncryption = "AES256",
        };
    }

    private static ObjectChecksum Sum(UploadRecord upload, ContentDigest digest, IReadOnlyList<PartRecord> parts) =>
        upload is { ChecksumAlgorithm: { } algorithm, ChecksumType: ObjectChecksum.Composite } ? UploadChecksum.Composite(algorithm, parts) : digest.Checksum;

    private static void CheckSize(long? said, IReadOnlyList<PartRecord> parts)
    {
        if (said is { } size && size != parts.Sum(part => part.Size))
        {
            throw S3Errors.InvalidRequest($"The provided 'x-amz-mp-object-size' header value {size} does not match what was computed: {parts.Sum(part => part.Size)}");
        }
    }

    /// <summary>What is said of the whole object. A composite checksum says nothing of its bytes.</summary>
    private static SentChecksum Sent(CompleteMultipartUploadInput input, UploadRecord upload) => SentChecksum.Of(
            upload.ChecksumType == ObjectChecksum.Composite ? new Dictionary<string, string?>(StringComparer.Ordinal) : new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [ChecksumAlgorithms.Crc32] = input.ChecksumCRC32,
                [ChecksumAlgorithms.Crc32C] = input.ChecksumCRC32C,
                [ChecksumAlgorithms.Crc64Nvme] = input.ChecksumCRC64NVME,
                [ChecksumAlgorithms.Sha1] = input.ChecksumSHA1,
                [ChecksumAlgorithms.Sha256] = input.ChecksumSHA256,
            },
            trailer: null,
            upload.ChecksumAlgorithm,
            md5: null);
}
