namespace Sluice.Platform.Objects;

/// <summary>What an object is told and kept with; null leaves it to the bucket.</summary>
public sealed record ObjectSettings
{
    /// <summary>The media type that it is answered with.</summary>
    public string? ContentType { get; init; }

    /// <summary>What readers may keep, as HTTP says it.</summary>
    public string? CacheControl { get; init; }

    /// <summary>Who may read it, as one of S3's canned ACLs, e.g. <c>public-read</c>.</summary>
    public string? CannedAcl { get; init; }

    /// <summary>The ARN or the id of the KMS key that seals it.</summary>
    public string? KmsKey { get; init; }
}
