using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Projects;

namespace Sluice.Builds.Running;

/// <summary>Where a build's cache is. Projects that name the same namespace in the same bucket share one.</summary>
internal static class JobCaches
{
    public static JobCache? Of(BuildRecord build) => build.Settings.Cache switch
    {
        { Type: CacheType.S3, Location: { } location } cache when BucketPath.Read(location) is { } path =>
            new JobCache(path.Bucket, path.Key.Trim('/'), Namespace(cache, build), build.Settings.CacheGeneration),
        { Type: CacheType.LOCAL } cache =>
            new JobCache(null, "", Namespace(cache, build), build.Settings.CacheGeneration) { Modes = [.. (cache.Modes ?? []).Select(mode => mode.ToString())] },
        _ => null,
    };

    private static string Namespace(ProjectCache cache, BuildRecord build) => cache.CacheNamespace is { Length: > 0 } shared ? shared : build.Settings.ProjectId ?? build.ProjectName;
}
