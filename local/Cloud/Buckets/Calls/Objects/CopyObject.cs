using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Copies an object, with what is known of it or with what the request says instead.</summary>
internal sealed class CopyObject(ObjectReader reader, ObjectWriter writer, BucketOwner owner) : IOperation<CopyObjectInput, CopyObjectOutput>
{
    public async Task<CopyObjectOutput> RunAsync(CopyObjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var source = CopySource.Parse(input.CopySource);
        Check(input, source);
        var (version, content) = await SourceReading.OpenAsync(reader, source, new Preconditions(input.CopySourceIfMatch, input.CopySourceIfNoneMatch, input.CopySourceIfModifiedSince, input.CopySourceIfUnmodifiedSince), cancellationToken);
        await using (content)
        {
            var sent = SentChecksum.Of(new Dictionary<string, string?>(StringComparer.Ordinal), trailer: null, input.ChecksumAlgorithm ?? version.Checksum?.Algorithm, md5: null);
            var stored = await writer.PutAsync(input.Bucket, input.Key, content, Template(input, version), sent, new Preconditions(input.IfMatch, input.IfNoneMatch), cancellationToken, "CopyObject");
            return new CopyObjectOutput
            {
                CopySourceVersionId = version.AnsweredId,
                VersionId = stored.AnsweredId,
                ServerSideEncryption = "AES256",
                CopyObjectResult = new CopyResult
                {
                    ETag = $"\"{stored.ETag}\"",
                    LastModified = stored.LastModified,
                    ChecksumType = stored.Checksum!.Type,
                    ChecksumCRC32 = stored.Checksum.Of(ChecksumAlgorithms.Crc32),
                    ChecksumCRC32C = stored.Checksum.Of(ChecksumAlgorithms.Crc32C),
                    ChecksumCRC64NVME = stored.Checksum.Of(ChecksumAlgorithms.Crc64Nvme),
                    ChecksumSHA1 = stored.Checksum.Of(ChecksumAlgorithms.Sha1),
                    ChecksumSHA256 = stored.Checksum.Of(ChecksumAlgorithms.Sha256),
                },
            };
        }
    }

    private ObjectVersion Template(CopyObjectInput input, ObjectVersion source)
    {
        var told = ObjectTemplate.Of(input, writer.Now());
        var kept = new ObjectVersion
        {
            LastModified = told.LastModified,
            Headers = source.Headers with { StorageClass = told.Headers.StorageClass, WebsiteRedirectLocation = told.Headers.WebsiteRedirectLocation },
            Metadata = source.Metadata,
        };
        return (IsReplaced(input.MetadataDirective) ? told : kept) with { Tags = IsReplaced(input.TaggingDirective) ? told.Tags : source.Tags };
    }

    private static void Check(CopyObjectInput input, CopySource source)
    {
        if (source.Bucket == input.Bucket && source.Key == input.Key && source.VersionId is null && !IsReplaced(input.MetadataDirective) && input.StorageClass is null && input.WebsiteRedirectLocation is null)
        {
            throw S3Errors.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        Check("x-amz-metadata-directive", input.MetadataDirective);
        Check("x-amz-tagging-directive", input.TaggingDirective);
    }

    private static void Check(string name, string? directive)
    {
        if (directive is not (null or "COPY" or "REPLACE"))
        {
            throw S3Errors.InvalidArgument($"Unknown {name}: '{directive}', expected COPY or REPLACE");
        }
    }

    private static bool IsReplaced(string? directive) => directive == "REPLACE";
}
