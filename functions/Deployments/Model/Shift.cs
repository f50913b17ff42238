using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Model;

/// <summary>From where to where traffic is moved, stored before anything is changed.</summary>
/// <param name="Target">Who gets the traffic: the new version, or the replacement's target group.</param>
/// <param name="Snapshot">The traffic as it was; null if nothing divided it yet.</param>
/// <param name="AlarmNames">All alarms that are watched, the own one included.</param>
/// <param name="OwnAlarm">The deployment's own alarm, if it has one.</param>
[Kinds]
public record Shift(string Target, TrafficSplit? Snapshot, IReadOnlyList<string> AlarmNames, string? OwnAlarm)
{
    /// <summary>The revision of what divided the traffic then, where the platform has revisions.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Where traffic was answered before; null if nothing answered it.</summary>
    internal virtual TrafficSplit? Answered() => Snapshot;
}
