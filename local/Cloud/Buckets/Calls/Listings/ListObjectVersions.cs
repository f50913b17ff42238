using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Listings;

/// <summary>Lists the versions and delete markers of a bucket's keys, each key's newest first.</summary>
internal sealed class ListObjectVersions(VersionLister lister, BucketStore buckets, BucketOwner owner) : IOperation<ListObjectVersionsInput, ListObjectVersionsOutput>
{
    public async Task<ListObjectVersionsOutput> RunAsync(ListObjectVersionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var names = ListedNames.Of(input.EncodingType);
        if (input.VersionIdMarker is { Length: > 0 } && input.KeyMarker is null or "")
        {
            throw S3Errors.InvalidArgument("A version-id marker cannot be specified without a key marker.");
        }

        var request = ListingRequest.Of(input.Prefix, input.Delimiter, input.KeyMarker ?? "", input.MaxKeys);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        var page = await lister.ListAsync(input.Bucket, request, input.VersionIdMarker, cancellationToken);
        return new ListObjectVersionsOutput
        {
            Name = input.Bucket,
            Prefix = names.Shown(request.Prefix),
            KeyMarker = names.Shown(request.After),
            VersionIdMarker = input.VersionIdMarker ?? "",
            NextKeyMarker = page.IsTruncated ? names.Shown(page.Last) : null,
            NextVersionIdMarker = page.IsTruncated ? page.LastVersion?.ShownId : null,
            Delimiter = names.Shown(input.Delimiter),
            MaxKeys = request.Most,
            EncodingType = input.EncodingType,
            IsTruncated = page.IsTruncated,
            Versions = [.. page.Versions.Where(found => !found.Version.IsDeleteMarker).Select(found => names.ShownVersion(found.Key, found.Version, found.IsLatest, owner.Info))],
            DeleteMarkers = [.. page.Versions.Where(found => found.Version.IsDeleteMarker).Select(found => names.ShownMarker(found.Key, found.Version, found.IsLatest, owner.Info))],
            CommonPrefixes = [.. page.CommonPrefixes.Select(prefix => new CommonPrefix { Prefix = names.Shown(prefix) })],
        };
    }
}
