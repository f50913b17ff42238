using Sluice.BuildContract.Batches;

namespace Sluice.BuildRunner.Configuration;

/// <summary>What a build's tools are to know of it.</summary>
/// <param name="Shard">Its part of the tests; null for all of them.</param>
/// <param name="DebugSession">Whether breakpoints hold it.</param>
internal sealed record ToolSettings(BatchShard? Shard, bool DebugSession)
{
    /// <summary>How many seconds tests took before, by their prefix.</summary>
    public IReadOnlyDictionary<string, double> Durations { get; init; } = new Dictionary<string, double>();

    public static readonly ToolSettings None = new(null, DebugSession: false);
}
