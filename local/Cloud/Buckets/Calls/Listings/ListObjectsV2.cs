using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Listings;

/// <summary>Lists the keys of a bucket, a page at a time.</summary>
internal sealed class ListObjectsV2(Lister lister, BucketStore buckets, BucketOwner owner) : IOperation<ListObjectsV2Input, ListObjectsV2Output>
{
    public async Task<ListObjectsV2Output> RunAsync(ListObjectsV2Input input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var names = ListedNames.Of(input.EncodingType);
        var after = input.ContinuationToken is { } token ? ContinuationTokens.Read(token) : input.StartAfter ?? "";
        var request = ListingRequest.Of(input.Prefix, input.Delimiter, after, input.MaxKeys);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        var page = await lister.ListAsync(input.Bucket, request, cancellationToken);
        return new ListObjectsV2Output
        {
            Name = input.Bucket,
            Prefix = names.Shown(request.Prefix),
            Delimiter = names.Shown(input.Delimiter),
            MaxKeys = request.Most,
            KeyCount = page.Objects.Count + page.CommonPrefixes.Count,
            EncodingType = input.EncodingType,
            StartAfter = names.Shown(input.StartAfter),
            ContinuationToken = input.ContinuationToken,
            NextContinuationToken = page.IsTruncated ? ContinuationTokens.Write(page.Last) : null,
            IsTruncated = page.IsTruncated,
            Contents = [.. page.Objects.Select(found => names.Shown(found.Key, found.Version, input.FetchOwner is true ? owner.Info : null))],
            CommonPrefixes = [.. page.CommonPrefixes.Select(prefix => new CommonPrefix { Prefix = names.Shown(prefix) })],
        };
    }
}
