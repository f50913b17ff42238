using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Storage;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>Lists the versions of a bucket's objects.</summary>
internal sealed class VersionLister(ObjectTable objects)
{
    private const int KeysAtOnce = 200;
    private const int VersionsAtOnce = 1000;

    /// <param name="bucket">The bucket.</param>
    /// <param name="request">Which keys.</param>
    /// <param name="marker">Of the key that the request goes on after, only versions older than this one; null is none of them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<VersionPage> ListAsync(string bucket, ListingRequest request, string? marker, CancellationToken cancellationToken)
    {
        var page = new VersionPage(request);
        var from = string.IsNullOrEmpty(marker) ? request.Start : request.After;
        while (from is not null)
        {
            from = await FillAsync(page, bucket, from, request, marker, cancellationToken);
        }

        return page;
    }

    private async Task<string?> FillAsync(VersionPage page, string bucket, string from, ListingRequest request, string? marker, CancellationToken cancellationToken)
    {
        await foreach (var (key, record) in objects.FromAsync(bucket, from, KeysAtOnce, cancellationToken))
        {
            if (!page.Has(key))
            {
                return null;
            }

            if (request.GroupOf(key) is { } group)
            {
                return page.TakeGroup(group);
            }

            var below = key == request.After ? Sequence(record, marker) : long.MaxValue;
            if (!await TakeAsync(page, bucket, key, record, below, cancellationToken))
            {
                return null;
            }
        }

        return null;
    }

    private async Task<bool> TakeAsync(VersionPage page, string bucket, string key, KeyRecord record, long below, CancellationToken cancellationToken)
    {
        if (record.Current.Sequence < below && !page.Take(key, record.Current, isLatest: true))
        {
            return false;
        }

        var last = Math.Min(below, record.Current.Sequence);
        while (record.HasOlder && await objects.OlderAsync(bucket, key, VersionsAtOnce, last, cancellationToken) is { Count: > 0 } older)
        {
            if (!older.All(version => page.Take(key, version, isLatest: false)))
            {
                return false;
            }

            last = older[^1].Sequence;
        }

        return true;
    }

    /// <summary>Where the version of a marker was, which may be deleted since.</summary>
    private static long Sequence(KeyRecord record, string? marker) =>
        marker == ObjectVersion.NullId ? record.Current.VersionId is null ? record.Current.Sequence : record.NullSequence ?? 0 : VersionIds.SequenceOf(marker ?? "") ?? 0;
}
