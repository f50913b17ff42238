using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Answers what is known of an object.</summary>
internal sealed class HeadObject(ObjectReader reader, BucketOwner owner) : IOperation<HeadObjectInput, HeadObjectOutput>
{
    public async Task<HeadObjectOutput> RunAsync(HeadObjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var version = await reader.GetAsync(input.Bucket, input.Key, input.VersionId, cancellationToken);
        ReadRules.Check(version, input.VersionId, input.Key);
        return Answer(input, version);
    }

    private static HeadObjectOutput Answer(HeadObjectInput input, ObjectVersion version)
    {
        ReadRules.CheckPart(input.PartNumber, version);
        new Preconditions(input.IfMatch, input.IfNoneMatch, input.IfModifiedSince, input.IfUnmodifiedSince).CheckRead(version);
        var range = ByteRange.Of(input.Range, version.Size);
        var sums = range is null && input.ChecksumMode is "ENABLED" ? version.Checksum : null;
        return new HeadObjectOutput
        {
            StatusCode = range is null ? 200 : 206,
            AcceptRanges = "bytes",
            LastModified = version.LastModified,
            ContentLength = range?.Length ?? version.Size,
            ContentRange = range?.ContentRange(version.Size),
            ETag = $"\"{version.ETag}\"",
            VersionId = version.AnsweredId,
            TagCount = version.Tags.Count > 0 ? version.Tags.Count : null,
            ServerSideEncryption = "AES256",
            WebsiteRedirectLocation = version.Headers.WebsiteRedirectLocation,
            StorageClass = version.Headers.StorageClass,
            Metadata = version.Metadata,
            PartsCount = input.PartNumber is null ? null : version.Parts,
            CacheControl = input.ResponseCacheControl ?? version.Headers.CacheControl,
            ContentDisposition = input.ResponseContentDisposition ?? version.Headers.ContentDisposition,
            ContentEncoding = input.ResponseContentEncoding ?? version.Headers.ContentEncoding,
            ContentLanguage = input.ResponseContentLanguage ?? version.Headers.ContentLanguage,
            ContentType = input.ResponseContentType ?? version.Headers.ContentType ?? ObjectTemplate.DefaultType,
            Expires = input.ResponseExpires ?? version.Headers.Expires,
            ChecksumCRC32 = sums.Of(ChecksumAlgorithms.Crc32),
            ChecksumCRC32C = sums.Of(ChecksumAlgorithms.Crc32C),
            ChecksumCRC64NVME = sums.Of(ChecksumAlgorithms.Crc64Nvme),
            ChecksumSHA1 = sums.Of(ChecksumAlgorithms.Sha1),
            ChecksumSHA256 = sums.Of(ChecksumAlgorithms.Sha256),
            ChecksumType = sums?.Type,
        };
    }
}
