using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>What is copied: <c>bucket/key</c>, perhaps with a slash before it and <c>?versionId=…</c> behind.</summary>
internal sealed record CopySource(string Bucket, string Key, string? VersionId)
{
    private const string Version = "?versionId=";

    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static CopySource Parse(string header)
    {
        var at = header.LastIndexOf(Version, StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(at < 0 ? header : header[..at]).TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < path.Length - 1
            ? new CopySource(path[..slash], path[(slash + 1)..], at < 0 ? null : Uri.UnescapeDataString(header[(at + Version.Length)..]))
            : throw S3Errors.InvalidArgument($"Copy Source must mention the source bucket and key: sourcebucket/sourcekey, got '{header}'");
    }
}
