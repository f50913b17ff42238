using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Listings;

/// <summary>Lists the keys of a bucket as the first version of the operation does.</summary>
internal sealed class ListObjects(Lister lister, BucketStore buckets, BucketOwner owner) : IOperation<ListObjectsInput, ListObjectsOutput>
{
    public async Task<ListObjectsOutput> RunAsync(ListObjectsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var names = ListedNames.Of(input.EncodingType);
        var request = ListingRequest.Of(input.Prefix, input.Delimiter, input.Marker ?? "", input.MaxKeys);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        var page = await lister.ListAsync(input.Bucket, request, cancellationToken);
        return new ListObjectsOutput
        {
            Name = input.Bucket,
            Prefix = names.Shown(request.Prefix),
            Marker = names.Shown(request.After),
            NextMarker = page.IsTruncated && input.Delimiter is { Length: > 0 } ? names.Shown(page.Last) : null,
            Delimiter = names.Shown(input.Delimiter),
            MaxKeys = request.Most,
            EncodingType = input.EncodingType,
            IsTruncated = page.IsTruncated,
            Contents = [.. page.Objects.Select(found => names.Shown(found.Key, found.Version, owner.Info))],
            CommonPrefixes = [.. page.CommonPrefixes.Select(prefix => new CommonPrefix { Prefix = names.Shown(prefix) })],
        };
    }
}
