using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What a project's cache and logs must keep to.</summary>
internal static class StorageRules
{
    public static void Check(RequestFaults faults, ProjectCache? cache, LogsConfig? logs)
    {
        if (cache is { Type: CacheType.S3 })
        {
            faults.RequireAt(cache.Location is { } location && BucketPath.Read(location) is not null, "cache.location", $"expected BUCKET or BUCKET/PREFIX, not '{cache.Location}'");
        }

        faults.RequireAt(cache is not { Type: CacheType.LOCAL } || cache.Modes is { Count: > 0 }, "cache.modes", "a local cache says what it keeps here; there is none");
        faults.RequireAt(
            cache is null || cache.Type == CacheType.LOCAL || cache.Modes is not { Count: > 0 }, "cache.modes", $"a cache of the type {cache?.Type} has none");
        if (logs?.S3Logs is { Status: LogsConfigStatusType.ENABLED } kept)
        {
            faults.RequireAt(kept.Location is { } location && BucketPath.Read(location) is not null, "logsConfig.s3Logs.location", $"expected BUCKET or BUCKET/PREFIX, not '{kept.Location}'");
        }
    }
}
