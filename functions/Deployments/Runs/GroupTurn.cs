using System.Text.Json.Nodes;
using Sluice.Deployments.Keys;
using Sluice.Platform.Events;

namespace Sluice.Deployments.Runs;

/// <summary>One deployment of a group at a time, and the next one by the terminal write of the one before.</summary>
internal static class GroupTurn
{
    /// <summary>The writes by which a deployment begins, beside its own.</summary>
    public static IReadOnlyList<TableWrite> Begin(Deployment started, GroupView view, DateTimeOffset now) =>
        [view.Write(started.Request!.DeploymentGroupId, view.Activity.Begun(started)), Execution(started, now)];

    /// <summary>The writes by which a deployment enters the queue. Whoever ends meanwhile reads the queue again.</summary>
    public static IReadOnlyList<TableWrite> Wait(Deployment waiting, GroupView view)
    {
        var group = waiting.Request!.DeploymentGroupId;
        return [view.Write(group, view.Activity), PutItem.Of(ActivityKeys.Place(group, waiting), new DeploymentReference(waiting.DeploymentId), Condition.Absent)];
    }

    /// <summary>What an end does to the group, and the deployment that it starts.</summary>
    /// <param name="ended">The deployment with its end.</param>
    /// <param name="rollback">What it was rolled back by, which counts as a deployment too.</param>
    /// <param name="view">The group.</param>
    /// <param name="now">The time.</param>
    public static (IReadOnlyList<TableWrite> Writes, RunChange<Deployment>? Next) End(Deployment ended, Deployment? rollback, GroupView view, DateTimeOffset now)
    {
        var group = ended.Request!.DeploymentGroupId;
        if (view.Activity.ActiveDeploymentId != ended.DeploymentId)
        {
            // It was stopped before its turn came.
            return ([new DeleteItem(ActivityKeys.Place(group, ended))], null);
        }

        var activity = view.Activity.Ended(ended);
        activity = rollback is null ? activity : activity.Ended(rollback);
        if (view is not { Place: { } place, Next: { } item })
        {
            return ([view.Write(group, activity)], null);
        }

        var next = Start(new Versioned<Deployment>(item.Read<Deployment>(), item.Rev), activity, now);
        return ([view.Write(group, activity.Begun(next.After)), new DeleteItem(place.Key, Condition.Exists)], next);
    }

    private static RunChange<Deployment> Start(Versioned<Deployment> waiting, GroupActivity activity, DateTimeOffset now)
    {
        var started = waiting.Value.Leased(now) with
        {
            Status = DeploymentStatus.Created,
            Request = waiting.Value.Request! with { PreviousRevision = activity.TargetRevision },
        };
        return new RunChange<Deployment>(waiting, started) { Also = [Execution(started, now)] };
    }

    private static PutItem Execution(Deployment record, DateTimeOffset now) => Outbox.Start(
        record.Plan.Target.Machine(), $"{record.DeploymentId}-1", new JsonObject { ["deploymentId"] = record.DeploymentId }, now);
}
