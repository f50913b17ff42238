using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Caches;

namespace Sluice.BuildRunner.Runs;

/// <summary>Finds out where a build's cache is, if it has one, and restores it.</summary>
internal sealed class CacheOpening(BuildJob job, Workspace workspace, RunnerPorts ports)
{
    private const string CustomMode = "LOCAL_CUSTOM_CACHE";

    /// <returns>Null if the build has no cache.</returns>
    public async Task<OpenCache?> RunAsync(Buildspec buildspec, ShellTexts texts, Func<string, string> place, CancellationToken cancellationToken)
    {
        if (buildspec.Cache is not { } wanted || job.Cache is not { } kept)
        {
            return null;
        }

        if (Obstacle(kept) is { } obstacle)
        {
            Tell($"Cache: {obstacle}");
            return null;
        }

        var key = wanted.Key is { } text ? await texts.EvaluateAsync(text, cancellationToken) : null;
        if (wanted.Key is not null && (string.IsNullOrEmpty(key) || CacheNames.IsTooLong(key)))
        {
            Tell($"Cache: it is not used, since its key, '{key}', {(string.IsNullOrEmpty(key) ? "is empty" : $"has more than {CacheNames.LongestKey} characters")}");
            return null;
        }

        var cache = new BuildCache(Store(kept), new CacheNames(kept), wanted, await PathsAsync(wanted, texts, place, cancellationToken), workspace.Folders.Control);
        await cache.RestoreAsync(key, await EvaluateAsync(wanted.FallbackKeys, texts, cancellationToken), Tell, cancellationToken);
        return new OpenCache(cache, key);
    }

    private static string? Obstacle(JobCache kept) => kept is { Bucket: null, Modes.Count: > 0 } && !kept.Modes.Contains(CustomMode)
        ? $"the project's modes ({string.Join(", ", kept.Modes)}) keep no paths; {CustomMode} does" : null;

    private ICacheStore Store(JobCache kept) => kept.Bucket is { } bucket
        ? new BucketCacheStore(ports.Buckets, bucket, kept.Prefix, workspace.Folders.Control)
        : new FolderCacheStore(ports.CacheFolder, ports.Time, ports.Ids);

    private async Task<IReadOnlyList<CachePath>> PathsAsync(BuildspecCache wanted, ShellTexts texts, Func<string, string> place, CancellationToken cancellationToken)
    {
        var home = wanted.Paths.Select(path => path.StartsWith("~/", StringComparison.Ordinal) ? $"$HOME{path[1..]}" : path);
        return [.. (await EvaluateAsync([.. home], texts, cancellationToken)).SelectMany(path => CachePath.Of(path, workspace.Folders.Source, place))];
    }

    private static async Task<IReadOnlyList<string>> EvaluateAsync(IReadOnlyList<string> wanted, ShellTexts texts, CancellationToken cancellationToken)
    {
        var values = new List<string>();
        foreach (var text in wanted)
        {
            if (await texts.EvaluateAsync(text, cancellationToken) is { Length: > 0 } value && !value.Split('/').Contains(".."))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private void Tell(string text) => ports.Log.Status(PhaseType.DownloadSource, text);
}
