using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Lists the parts of an upload, in the order of their numbers.</summary>
internal sealed class ListParts(UploadStore uploads, BucketOwner owner) : IOperation<ListPartsInput, ListPartsOutput>
{
    public async Task<ListPartsOutput> RunAsync(ListPartsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var most = ListingRequest.MostOf(input.MaxParts, "max-parts");
        var upload = await uploads.GetAsync(input.Bucket, input.Key, input.UploadId, cancellationToken);
        var page = await uploads.PartsAsync(upload.UploadId, input.PartNumberMarker ?? 0, most, cancellationToken);
        var parts = page.Items.Select(item => item.Read<PartRecord>()).Take(most).ToList();
        return new ListPartsOutput
        {
            Bucket = input.Bucket,
            Key = input.Key,
            UploadId = upload.UploadId,
            Initiator = owner.Info,
            Owner = owner.Info,
            StorageClass = upload.Object.Headers.StorageClass ?? "STANDARD",
            PartNumberMarker = input.PartNumberMarker ?? 0,
            NextPartNumberMarker = parts.Count > 0 ? parts[^1].Number : 0,
            MaxParts = most,
            IsTruncated = page.NextToken is not null && most > 0,
            Parts = [.. parts.Select(Shown)],
            ChecksumAlgorithm = upload.ChecksumAlgorithm,
            ChecksumType = upload.ChecksumType,
        };
    }

    private static ListedPart Shown(PartRecord part) => new()
    {
        PartNumber = part.Number,
        LastModified = part.LastModified,
        ETag = $"\"{part.ETag}\"",
        Size = part.Size,
        ChecksumCRC32 = part.Checksum.Of(ChecksumAlgorithms.Crc32),
        ChecksumCRC32C = part.Checksum.Of(ChecksumAlgorithms.Crc32C),
        ChecksumCRC64NVME = part.Checksum.Of(ChecksumAlgorithms.Crc64Nvme),
        ChecksumSHA1 = part.Checksum.Of(ChecksumAlgorithms.Sha1),
        ChecksumSHA256 = part.Checksum.Of(ChecksumAlgorithms.Sha256),
    };
}
