using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>How a listener gets back to where it was: the production listener in steps if that is asked for, the test listener at once.</summary>
internal static class ListenerRestore
{
    /// <summary>What is to be done; null if it is as it was.</summary>
    public static Decision<Deployment, ShiftState>? Production(Deployment record, ListenersAnswer found, PlanRollbackInput input, DateTimeOffset now)
    {
        var snapshot = record.Listeners().Production;
        return Decide(record, snapshot, record.Intent, found, input, now, traffic => ReturnStep.IsWatched(record, input, traffic, now)
            ? ReturnStep.Watch(record, input, now)
            : GoBack(record, snapshot, traffic, input, now));
    }

    /// <summary>What is to be done; null if there is none, or it is as it was.</summary>
    public static Decision<Deployment, ShiftState>? Test(Deployment record, ListenersAnswer found, PlanRollbackInput input, DateTimeOffset now) =>
        record.Listeners().Test is not { } snapshot ? null
        : Decide(record, snapshot, record.TaskSets().TestIntent, found, input, now, _ => Whole(record, snapshot, input, now));

    private static Decision<Deployment, ShiftState>? Decide(
        Deployment record, ListenerSnapshot snapshot, TrafficIntent? intent, ListenersAnswer found, PlanRollbackInput input, DateTimeOffset now, Func<TrafficSplit, Decision<Deployment, ShiftState>> goBack)
    {
        if (EcsJudge.Compare(found, snapshot, snapshot.Traffic).IsSame)
        {
            return null;
        }

        var ours = intent is null ? null : new[] { intent.Traffic, intent.Before! }.FirstOrDefault(traffic => EcsJudge.Compare(found, snapshot, traffic).IsSame);
        return ours is null ? RollbackDecision.Dirty(record, $"{ForeignListener.Message(record, snapshot, found)} So is the replacement task set.", now)
            : EcsRestore.Tried(record, input, $"listener {snapshot.ListenerArn}", now) ?? goBack(ours);
    }

    private static Decision<Deployment, ShiftState> GoBack(Deployment record, ListenerSnapshot snapshot, TrafficSplit found, PlanRollbackInput input, DateTimeOffset now) =>
        ReturnStep.Intend(record, found) is { } intended
            ? Set(intended, snapshot, ForwardAction.Write(snapshot.DefaultActions, intended.Intent!.Traffic), ReturnStep.Count(record, intended, input), now)
            : Whole(record, snapshot, input, now);

    // Exactly as it was, in the load balancer's own words.
    private static Decision<Deployment, ShiftState> Whole(Deployment record, ListenerSnapshot snapshot, PlanRollbackInput input, DateTimeOffset now) =>
        Set(record, snapshot, (JsonArray)snapshot.DefaultActions.DeepClone(), input, now);

    private static Decision<Deployment, ShiftState> Set(Deployment record, ListenerSnapshot snapshot, JsonArray actions, PlanRollbackInput input, DateTimeOffset now)
    {
        var going = RollbackDecision.Going(record, Branch.Restore, input, now);
        return going with { Answer = going.Answer.Go(Branch.Restore, new JsonObject { ["listenerArn"] = snapshot.ListenerArn, ["defaultActions"] = actions }) };
    }
}
