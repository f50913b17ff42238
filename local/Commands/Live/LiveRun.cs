using System.Collections.Immutable;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Live;

/// <summary>A run of a pipeline, or a deployment that was asked for over the API.</summary>
/// <param name="Id">The execution's id, or the deployment's.</param>
/// <param name="Name">The pipeline's name, or whose traffic the deployment moves.</param>
internal sealed record LiveRun(string Id, string Name)
{
    /// <summary>Those that have begun, in that order.</summary>
    public ImmutableList<LiveStage> Stages { get; init; } = [];

    /// <summary>What the build that runs wrote last.</summary>
    public string? BuildLine { get; init; }

    /// <summary>How traffic is split; null while it is not moved.</summary>
    public LiveTraffic? Traffic { get; init; }

    /// <summary>What somebody has to do before it goes on, or by when it must have come.</summary>
    public string? Waits { get; init; }

    /// <summary>The requests so far, by the version that answered.</summary>
    public ImmutableSortedDictionary<string, VersionTally> Requests { get; init; } = ImmutableSortedDictionary<string, VersionTally>.Empty;
}
