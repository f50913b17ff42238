using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Packages;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Variables;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>What a build run stands on.</summary>
/// <param name="Machine">The machine's environment.</param>
/// <param name="Processes">Its processes.</param>
/// <param name="Objects">The suite's own objects.</param>
/// <param name="Buckets">Users' objects.</param>
/// <param name="Values">What keeps variables' values.</param>
/// <param name="Time">The clock.</param>
/// <param name="Ids">Random names.</param>
/// <param name="Log">The build's log.</param>
internal sealed record RunnerPorts(
    IReadOnlyDictionary<string, string> Machine, IProcesses Processes, IObjectStore Objects, IUserBuckets Buckets, IValueStores Values, TimeProvider Time, IIds Ids, BuildLog Log)
{
    /// <summary>Who hears how far the build is.</summary>
    public IReadOnlyList<IBuildObserver> Observers { get; init; } = [];

    /// <summary>Where a sandbox's commands come from; null where none can come.</summary>
    public ICommandSource? Commands { get; init; }

    /// <summary>What keeps packages; null where nothing does.</summary>
    public IPackageService? Packages { get; init; }

    /// <summary>Where caches of the machine are kept.</summary>
    public required string CacheFolder { get; init; }

    public string Path => Machine.GetValueOrDefault("PATH", "");
}
