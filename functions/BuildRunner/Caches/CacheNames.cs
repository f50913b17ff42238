using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Caches;

/// <summary>The names by which a cache is kept. Whoever has the same namespace shares the contents; an invalidated cache's keys are not found again.</summary>
internal sealed class CacheNames(JobCache cache)
{
    /// <summary>So that a key is a file's name wherever it is kept.</summary>
    public const int LongestKey = 180;

    private readonly string _namespace = $"ns-{Uri.EscapeDataString(cache.Namespace)}";

    public static bool IsTooLong(string key) => Uri.EscapeDataString(key).Length > LongestKey;

    /// <param name="key">Null for the one cache of a buildspec without a key.</param>
    public string Manifest(string? key) => Keys + (key is null ? "all" : $"key-{Uri.EscapeDataString(key)}");

    /// <summary>How the names of all keys begin that begin so.</summary>
    public string ManifestsOf(string prefix) => $"{Keys}key-{Uri.EscapeDataString(prefix)}";

    public string Pack(CachePack pack) => $"{_namespace}/packs/{pack.Sha256[..2]}/{pack.Sha256}";

    private string Keys => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_namespace}/{cache.Generation}/keys/");
}
