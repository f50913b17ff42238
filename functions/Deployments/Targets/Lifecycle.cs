using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Targets;

/// <summary>CodeDeploy's lifecycle events of a deployment's one target, told from its record alone.</summary>
internal static class Lifecycle
{
    /// <summary>The events in their order, with how far each is.</summary>
    public static IReadOnlyList<LifecycleEvent> Of(IShiftPlatform platform, Deployment record)
    {
        if (record.Request?.Creator == DeploymentRequest.Rollback)
        {
            return [Rollback(record)];
        }

        var names = platform.Events;
        var begun = Begun(platform, record);
        return [.. names.Select((name, index) => Tell(record, name, begun, names.Skip(index + 1).ToHashSet(StringComparer.Ordinal)))];
    }

    // It moves traffic back, and runs no hooks.
    private static LifecycleEvent Rollback(Deployment record)
    {
        var status = record.Status == DeploymentStatus.Succeeded ? LifecycleEventStatus.Succeeded : LifecycleEventStatus.Failed;
        return new LifecycleEvent
        {
            LifecycleEventName = LifecycleEvents.AllowTraffic,
            Status = status,
            StartTime = record.StartTime,
            EndTime = record.CompleteTime,
            Diagnostics = HookDiagnostics.Of(record, LifecycleEvents.AllowTraffic, status),
        };
    }

    private static LifecycleEvent Tell(Deployment record, string name, IReadOnlyList<(string Name, DateTimeOffset Time)> begun, HashSet<string> later)
    {
        var own = begun.Where(happened => happened.Name == name).ToList();
        var next = begun.Where(happened => IsAfter(happened.Name, later)).Select(happened => (DateTimeOffset?)happened.Time).FirstOrDefault();
        if (own.Count == 0)
        {
            return Empty(record, name, next ?? (record.Outcome == DeploymentOutcome.Succeeded && begun.Count > 0 ? record.CompleteTime : null));
        }

        var failed = next is null && (record.Stop is not null || record.Outcome is not (null or DeploymentOutcome.Succeeded));
        var end = next ?? (failed ? record.Stop?.Time ?? record.CompleteTime : record.CompleteTime);
        var status = failed ? LifecycleEventStatus.Failed : end is null ? LifecycleEventStatus.InProgress : LifecycleEventStatus.Succeeded;
        return new LifecycleEvent
        {
            LifecycleEventName = name,
            Status = status,
            StartTime = own[0].Time,
            EndTime = end,
            Diagnostics = HookDiagnostics.Of(record, name, status),
        };
    }

    // The wait for ContinueDeployment follows the test traffic.
    private static bool IsAfter(string other, HashSet<string> later) =>
        later.Contains(other) || other == LifecycleNames.End || (other == LifecycleNames.Ready && later.Contains(LifecycleEvents.BeforeAllowTraffic));

    // Nothing is hooked to it: it is over when the next one begins. It is skipped if the deployment does not come to it any more.
    private static LifecycleEvent Empty(Deployment record, string name, DateTimeOffset? passed) =>
        new()
        {
            LifecycleEventName = name,
            Status = passed is not null ? LifecycleEventStatus.Succeeded
                : record.IsEnded || record.Stop is not null ? LifecycleEventStatus.Skipped
                : LifecycleEventStatus.Pending,
            StartTime = passed,
            EndTime = passed,
        };

    private static List<(string Name, DateTimeOffset Time)> Begun(IShiftPlatform platform, Deployment record)
    {
        if (record.Shift is not { } shift)
        {
            return [];
        }

        var moves = platform.Moves(record.Plan, shift);
        return [.. record.History.Where(entry => entry.Step <= moves.Count).Select(entry => (LifecycleNames.Of(moves[entry.Step - 1]), entry.Decided))];
    }
}
