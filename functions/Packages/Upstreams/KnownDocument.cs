namespace Sluice.Packages.Upstreams;

/// <summary>What is remembered of a document outside.</summary>
/// <param name="ReadAt">When it was last asked for, and the answer was good.</param>
/// <param name="ETag">As it was answered; null if there was none.</param>
/// <param name="Sha256">Of the content that is kept; null if there is no such document.</param>
/// <param name="ContentType">As it was answered.</param>
internal sealed record KnownDocument(DateTimeOffset ReadAt, string? ETag, string? Sha256, string? ContentType);
