using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Lists the uploads of a bucket that go on, in the order of their keys, those of one key as they began.</summary>
internal sealed class ListMultipartUploads(UploadStore uploads, BucketStore buckets, BucketOwner owner) : IOperation<ListMultipartUploadsInput, ListMultipartUploadsOutput>
{
    public async Task<ListMultipartUploadsOutput> RunAsync(ListMultipartUploadsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var names = ListedNames.Of(input.EncodingType);
        var request = ListingRequest.Of(input.Prefix, input.Delimiter, input.KeyMarker ?? "", ListingRequest.MostOf(input.MaxUploads, "max-uploads"));
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        List<UploadRecord> all = [];
        await foreach (var item in uploads.AllAsync(input.Bucket, cancellationToken))
        {
            all.Add(item.Read<UploadRecord>());
        }

        var page = UploadPage.Of(all, request, input.UploadIdMarker);
        return new ListMultipartUploadsOutput
        {
            Bucket = input.Bucket,
            KeyMarker = names.Shown(request.After),
            UploadIdMarker = input.UploadIdMarker ?? "",
            NextKeyMarker = page.IsTruncated ? names.Shown(page.LastKey) : null,
            NextUploadIdMarker = page.IsTruncated ? page.LastUploadId : null,
            Prefix = names.Shown(request.Prefix),
            Delimiter = names.Shown(input.Delimiter),
            EncodingType = input.EncodingType,
            MaxUploads = request.Most,
            IsTruncated = page.IsTruncated,
            Uploads = [.. page.Uploads.Select(upload => Shown(upload, names))],
            CommonPrefixes = [.. page.CommonPrefixes.Select(prefix => new CommonPrefix { Prefix = names.Shown(prefix) })],
        };
    }

    private ListedUpload Shown(UploadRecord upload, ListedNames names) => new()
    {
        Key = names.Shown(upload.Key),
        UploadId = upload.UploadId,
        Initiator = owner.Info,
        Owner = owner.Info,
        StorageClass = upload.Object.Headers.StorageClass ?? "STANDARD",
        Initiated = upload.Initiated,
        ChecksumAlgorithm = upload.ChecksumAlgorithm,
        ChecksumType = upload.ChecksumType,
    };
}
