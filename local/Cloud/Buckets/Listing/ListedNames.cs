using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>Shows keys as they are, or percent-encoded: XML cannot hold all of them.</summary>
internal sealed class ListedNames
{
    private readonly bool _isEncoded;

    private ListedNames(bool isEncoded) => _isEncoded = isEncoded;

    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static ListedNames Of(string? encoding) => encoding is null or "url" ? new ListedNames(encoding is not null) : throw S3Errors.InvalidArgument($"Invalid Encoding Method specified in Request: '{encoding}', expected url");

    public string? Shown(string? text) => text is null || !_isEncoded ? text : string.Join('/', text.Split('/').Select(Uri.EscapeDataString)).Replace("%20", "+", StringComparison.Ordinal);

    public ListedObject Shown(string key, ObjectVersion version, OwnerInfo? owner) => new()
    {
        Key = Shown(key),
        LastModified = version.LastModified,
        ETag = $"\"{version.ETag}\"",
        ChecksumAlgorithm = version.Checksum is { } sum ? [sum.Algorithm] : null,
        ChecksumType = version.Checksum?.Type,
        Size = version.Size,
        StorageClass = version.Headers.StorageClass ?? "STANDARD",
        Owner = owner,
    };

    public ListedVersion ShownVersion(string key, ObjectVersion version, bool isLatest, OwnerInfo owner) => new()
    {
        Key = Shown(key),
        VersionId = version.ShownId,
        IsLatest = isLatest,
        LastModified = version.LastModified,
        ETag = $"\"{version.ETag}\"",
        ChecksumAlgorithm = version.Checksum is { } sum ? [sum.Algorithm] : null,
        ChecksumType = version.Checksum?.Type,
        Size = version.Size,
        StorageClass = version.Headers.StorageClass ?? "STANDARD",
        Owner = owner,
    };

    public ListedMarker ShownMarker(string key, ObjectVersion version, bool isLatest, OwnerInfo owner) =>
        new() { Key = Shown(key), VersionId = version.ShownId, IsLatest = isLatest, LastModified = version.LastModified, Owner = owner };
}
