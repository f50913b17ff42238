using System.Text.Json.Nodes;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>
/// How a service gets back to where it was, one thing at a time, each from what is found: traffic first, then the test listener, the primary task set, and the replacement
/// is ended last.
/// </summary>
internal static class EcsRestore
{
    private const int MostTries = 12;

    public static Decision<Deployment, ShiftState> Decide(Deployment stopped, PlanRollbackInput input, DateTimeOffset now)
    {
        if (input.Answer<ListenersAnswer>("restoredListeners") is not { } listeners || input.Answer<TaskSetsAnswer>("restoredTaskSets") is not { } sets)
        {
            return RollbackDecision.Going(stopped, Branch.Read, input, now);
        }

        var record = stopped with { Progress = EcsJudge.See(stopped, sets) };
        if (record.IsCommitted)
        {
            return Finish(record, sets, input, now);
        }

        return ListenerRestore.Production(record, listeners, input, now)
            ?? ListenerRestore.Test(record, listeners, input, now)
            ?? TaskSets(record, sets, input, now)
            ?? Restored(record, now);
    }

    // A first deployment's task set is removed though it is the primary one: ECS takes that from it for another only, but ends it by force.
    private static Decision<Deployment, ShiftState>? TaskSets(Deployment record, TaskSetsAnswer answer, PlanRollbackInput input, DateTimeOffset now)
    {
        var replacement = (answer.TaskSets ?? []).FirstOrDefault(set => set.ExternalId == record.DeploymentId && set.Status != "DRAINING");
        if (replacement is null)
        {
            return null;
        }

        var (way, taskSet) = replacement.Status == "PRIMARY" && record.Listeners().OriginalTaskSet is { } original ? (Branch.Promote, original) : (Branch.Remove, replacement.TaskSetArn);
        return Tried(record, input, $"task set {replacement.TaskSetArn}", now)
            ?? On(taskSet, RollbackDecision.Going(record, way, input, now));
    }

    // All traffic is moved and the original is going: there is nothing to give back, and only it is left to end.
    private static Decision<Deployment, ShiftState> Finish(Deployment record, TaskSetsAnswer answer, PlanRollbackInput input, DateTimeOffset now)
    {
        var original = (answer.TaskSets ?? []).FirstOrDefault(set => set.TaskSetArn == record.Listeners().OriginalTaskSet && set.Status != "DRAINING");
        return original is null ? Ended.Succeeded(record, "", now)
            : input.Tries >= MostTries ? Ended.Succeeded(record, $", but the original task set {original.TaskSetArn} could not be ended: {input.Failure?.InWords()}", now)
            : On(original.TaskSetArn, RollbackDecision.Going(record, Branch.Remove, input, now));
    }

    public static Decision<Deployment, ShiftState>? Tried(Deployment record, PlanRollbackInput input, string what, DateTimeOffset now) =>
        input.Tries >= MostTries ? RollbackDecision.Dirty(record, $"{what} could not be given back in {MostTries} tries", now) : null;

    // A replacement that never got any traffic took none back.
    private static Decision<Deployment, ShiftState> Restored(Deployment record, DateTimeOffset now) => HasMoved(record)
        ? RollbackDecision.RolledBack(record, record.Shift!.Snapshot!, now, record.Listeners().OriginalTaskSet is null ? ", and has no task set, as before its first deployment" : "")
        : Ended.With(record, DeploymentOutcome.Failed, $"no traffic was moved: {record.Stop!.Message}", now);

    /// <summary>Whether the replacement got any traffic, of the test listener too: its target group stands on the listener before that.</summary>
    public static bool HasMoved(Deployment record) => EcsMoves.Of(record.Plan, record.Shift!).Take(record.Step)
        .Any(move => move.Traffic is { } traffic && traffic.Shares().GetValueOrDefault(record.Shift!.Target) > 0);

    private static Decision<Deployment, ShiftState> On(string taskSetArn, Decision<Deployment, ShiftState> going) =>
        going with { Answer = going.Answer.Go(going.Answer.Next!, new JsonObject { ["taskSetArn"] = taskSetArn }) };
}
