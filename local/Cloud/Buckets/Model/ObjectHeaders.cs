namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>Headers that an object is answered with as they were put.</summary>
internal sealed record ObjectHeaders
{
    public string? CacheControl { get; init; }

    public string? ContentDisposition { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentLanguage { get; init; }

    public string? ContentType { get; init; }

    public string? Expires { get; init; }

    /// <summary>Null is STANDARD.</summary>
    public string? StorageClass { get; init; }

    public string? WebsiteRedirectLocation { get; init; }
}
