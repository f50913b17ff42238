using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>A page of uploads.</summary>
internal sealed record UploadPage(IReadOnlyList<UploadRecord> Uploads, IReadOnlyList<string> CommonPrefixes, bool IsTruncated)
{
    /// <summary>The last upload's key, or the last common prefix, whichever comes later.</summary>
    public string? LastKey { get; private init; }

    public string? LastUploadId { get; private init; }

    /// <param name="all">The uploads of a bucket, in any order: there are few.</param>
    /// <param name="request">Which keys.</param>
    /// <param name="marker">Of the key that the request goes on after, only uploads after this one; null is none of them.</param>
    public static UploadPage Of(IEnumerable<UploadRecord> all, ListingRequest request, string? marker)
    {
        var (uploads, prefixes) = (new List<UploadRecord>(), new List<string>());
        foreach (var upload in all.OrderBy(upload => upload.Key, Comparer<string>.Create(ObjectKeys.Compare)).ThenBy(upload => upload.UploadId, StringComparer.Ordinal).Where(upload => IsAsked(upload, request, marker)))
        {
            var group = request.GroupOf(upload.Key);
            if (group is not null && prefixes.Count > 0 && prefixes[^1] == group)
            {
                continue;
            }

            if (uploads.Count + prefixes.Count == request.Most)
            {
                return Whole(uploads, prefixes, isTruncated: request.Most > 0);
            }

            Add(uploads, prefixes, group, upload);
        }

        return Whole(uploads, prefixes, isTruncated: false);
    }

    private static void Add(List<UploadRecord> uploads, List<string> prefixes, string? group, UploadRecord upload)
    {
        if (group is null)
        {
            uploads.Add(upload);
        }
        else
        {
            prefixes.Add(group);
        }
    }

    private static UploadPage Whole(List<UploadRecord> uploads, List<string> prefixes, bool isTruncated)
    {
        var isPrefixLast = uploads.Count == 0 || (prefixes.Count > 0 && ObjectKeys.Compare(prefixes[^1], uploads[^1].Key) > 0);
        return new UploadPage(uploads, prefixes, isTruncated)
        {
            LastKey = isPrefixLast ? prefixes.LastOrDefault() : uploads[^1].Key,
            LastUploadId = isPrefixLast ? null : uploads[^1].UploadId,
        };
    }

    private static bool IsAsked(UploadRecord upload, ListingRequest request, string? marker) =>
        upload.Key.StartsWith(request.Prefix, StringComparison.Ordinal)
        && (upload.Key == request.After
            ? marker is { Length: > 0 } && string.CompareOrdinal(upload.UploadId, marker) > 0
            : ObjectKeys.Compare(upload.Key, request.After) > 0 && (request.After.Length == 0 || request.GroupOf(upload.Key) != request.After));
}
