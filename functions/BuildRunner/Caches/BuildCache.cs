using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Caches;

/// <summary>A build's cache. Whatever goes wrong with it is told in the log, and the build goes on without it.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="names">By which names.</param>
/// <param name="cache">What the buildspec says of it.</param>
/// <param name="paths">The buildspec's patterns.</param>
/// <param name="hidden">A folder of ours that is in the source's reach.</param>
internal sealed class BuildCache(ICacheStore store, CacheNames names, BuildspecCache cache, IReadOnlyList<CachePath> paths, string hidden)
{
    private CacheManifest? _restored;

    /// <param name="key">Evaluated; null for none.</param>
    /// <param name="fallbacks">Beginnings of keys, evaluated.</param>
    /// <param name="tell">The log.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RestoreAsync(string? key, IReadOnlyList<string> fallbacks, Action<string> tell, CancellationToken cancellationToken) => cache.Restores
        ? TryAsync("could not be restored", tell, async () => await RestoreFirstAsync(key, fallbacks, tell, cancellationToken))
        : Task.CompletedTask;

    public Task SaveAsync(string? key, Action<string> tell, CancellationToken cancellationToken) => cache.Saves
        ? TryAsync("could not be kept", tell, async () =>
        {
            var contents = CacheContents.Of(paths, hidden);
            if (contents.LeftOut > 0)
            {
                tell($"Cache: {contents.LeftOut} {(contents.LeftOut == 1 ? "thing is" : "things are")} left out: special files, links out of the cache's folders, or names that are no text");
            }

            if (contents.Files.Count + contents.Links.Count == 0)
            {
                tell($"Cache: there is nothing at {string.Join(", ", cache.Paths)}");
                return;
            }

            var save = new CacheSave(store, names, _restored, hidden);
            await save.RunAsync(contents, key, cancellationToken);
            tell($"Cache: {contents.Files.Count} files are kept{(key is null ? "" : $" as '{key}'")}; {(save.NewPacks == 0 ? "nothing in them is new" : $"new packs: {save.NewPacks}")}");
            await store.TidyAsync(cancellationToken);
        })
        : Task.CompletedTask;

    private async Task RestoreFirstAsync(string? key, IReadOnlyList<string> fallbacks, Action<string> tell, CancellationToken cancellationToken)
    {
        foreach (var name in await CandidatesAsync(key, fallbacks, cancellationToken))
        {
            try
            {
                if (await new CacheRestore(store, names, paths, hidden).RunAsync(name, cancellationToken) is { } restored)
                {
                    _restored = restored;
                    tell($"Cache: {restored.Files.Count} files are restored from '{Uri.UnescapeDataString(name[(name.LastIndexOf('/') + 1)..])}'");
                    return;
                }
            }
            catch (InvalidDataException e)
            {
                tell($"Cache: '{name}' is not used: {e.Message}");
            }
        }

        tell("Cache: nothing is kept yet that would do");
    }

    private async Task<IReadOnlyList<string>> CandidatesAsync(string? key, IReadOnlyList<string> fallbacks, CancellationToken cancellationToken)
    {
        var candidates = new List<string> { names.Manifest(key) };
        foreach (var fallback in fallbacks)
        {
            candidates.AddRange((await store.ListAsync(names.ManifestsOf(fallback), cancellationToken)).Take(1));
        }

        return [.. candidates.Distinct()];
    }

    private static async Task TryAsync(string failure, Action<string> tell, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BucketException or InvalidDataException)
        {
            tell($"Cache: it {failure}: {e.Message}");
        }
    }
}
