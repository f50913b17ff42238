using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Buckets;

/// <summary>Hosts by which a bucket can be named: <c>bucket.localhost</c> and <c>bucket.s3.localhost</c>, perhaps with a Region. Names below localhost are this machine's own everywhere (RFC 6761).</summary>
internal static class BucketHosts
{
    private const string End = ".localhost";

    /// <summary>Whether a host is of S3's endpoint and of nothing else.</summary>
    public static bool IsOfS3(string? host) => Name(host) is { } name && (name == "s3" || name.StartsWith("s3.", StringComparison.Ordinal) || name.EndsWith(".s3", StringComparison.Ordinal) || name.Contains(".s3.", StringComparison.Ordinal));

    /// <summary>The bucket that a host names; null if it is in the path.</summary>
    /// <param name="host">As the header has it, perhaps with a port.</param>
    public static string? BucketOf(string? host)
    {
        if (Name(host) is not { } name || name == "s3" || name.StartsWith("s3.", StringComparison.Ordinal))
        {
            return null;
        }

        var at = name.LastIndexOf(".s3.", StringComparison.Ordinal);
        return at > 0 ? name[..at] : name.EndsWith(".s3", StringComparison.Ordinal) ? name[..^3] : name;
    }

    private static string? Name(string? host)
    {
        var name = new HostString(host ?? "").Host.ToLowerInvariant();
        return name.EndsWith(End, StringComparison.Ordinal) && name.Length > End.Length ? name[..^End.Length] : null;
    }
}
