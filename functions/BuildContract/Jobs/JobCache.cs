namespace Sluice.BuildContract.Jobs;

/// <summary>Where what the buildspec's <c>cache</c> names is kept.</summary>
/// <param name="Bucket">A user's bucket; null for the machine that the build runs on.</param>
/// <param name="Prefix">A key's beginning, without a slash at its end; empty for the bucket's root.</param>
/// <param name="Namespace">What shares it: the project's name, or what several projects name alike.</param>
/// <param name="Generation">Raised when the cache is invalidated: what was kept before is not found again.</param>
public sealed record JobCache(string? Bucket, string Prefix, string Namespace, long Generation = 0)
{
    /// <summary>The modes of a local cache, e.g. <c>LOCAL_CUSTOM_CACHE</c>; empty for a bucket.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];
}
