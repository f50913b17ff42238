using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>Judges what was read after a move was made.</summary>
internal static class EcsJudge
{
    public static Reading Of(Deployment record, Move move, EcsFound? found)
    {
        var seen = found?.TaskSets is { } sets ? record with { Progress = See(record, sets) } : record;
        return move.Kind switch
        {
            MoveKind.Shift => Listener(seen, record.Listeners().Production, record.Intent!, found),
            MoveKind.ShiftTest => Listener(seen, record.Listeners().Test!, record.TaskSets().TestIntent!, found),
            MoveKind.Install => Healthy(seen, move, found!),
            MoveKind.Promote => Until(seen, move, seen.TaskSets().Replacement?.Status == "PRIMARY", "ECS does not make the replacement task set the primary one"),
            MoveKind.ScaleDown => Gone(seen, move, original => original.RunningCount + original.PendingCount == 0),
            MoveKind.Delete => Gone(seen, move, _ => false),
            _ => new Reading(Finding.AsIntended, seen),
        };
    }

    /// <summary>Why the listeners are not as this deployment left them; null if they are.</summary>
    public static string? Foreign(Deployment record, ListenersAnswer found)
    {
        var shift = record.Listeners();
        var production = Compare(found, shift.Production, record.Intent?.Traffic ?? shift.Production.Traffic);
        return production.IsSame && (shift.Test is not { } test || Compare(found, test, record.TaskSets().TestIntent?.Traffic ?? test.Traffic).IsSame) ? null
            : ForeignListener.Message(record, production.IsSame ? shift.Test! : shift.Production, found);
    }

    /// <summary>Whether a listener has the traffic, and is the same otherwise.</summary>
    public static (bool IsSame, TrafficSplit? Found) Compare(ListenersAnswer found, ListenerSnapshot snapshot, TrafficSplit wanted)
    {
        var actions = found.Find(snapshot.ListenerArn)?.DefaultActions;
        var traffic = ForwardAction.Read(actions, wanted.Main);
        return (traffic == wanted && ForwardAction.IsSameRest(actions, snapshot.DefaultActions), traffic);
    }

    /// <summary>What is known of the task sets now. One that is gone is remembered, so that a client still sees how it ended.</summary>
    public static EcsProgress See(Deployment record, TaskSetsAnswer answer)
    {
        var sets = answer.TaskSets ?? [];
        var known = record.TaskSets().TaskSets;
        var seen = sets.Where(set => set.TaskSetArn == record.Listeners().OriginalTaskSet).Select(set => set.Fact(TaskSetFact.Blue))
            .Concat(sets.Where(set => set.ExternalId == record.DeploymentId).Select(set => set.Fact(TaskSetFact.Green)))
            .ToList();
        var gone = known.Where(set => seen.TrueForAll(now => now.TaskSetArn != set.TaskSetArn))
            .Select(set => set with { Status = null, DesiredCount = 0, PendingCount = 0, RunningCount = 0 });
        return record.TaskSets() with { TaskSets = [.. seen.Concat(gone).OrderBy(set => set.Label, StringComparer.Ordinal)] };
    }

    private static Reading Listener(Deployment record, ListenerSnapshot snapshot, TrafficIntent intent, EcsFound? found)
    {
        var listeners = found?.Listeners ?? new ListenersAnswer([]);
        var (isSame, traffic) = Compare(listeners, snapshot, intent.Traffic);
        return isSame ? new Reading(Finding.AsIntended, record) { Found = traffic }
            : Compare(listeners, snapshot, intent.Before!).IsSame ? new Reading(Finding.NotSet, record)
            : new Reading(Finding.Foreign, record) { Why = ForeignListener.Message(record, snapshot, listeners) };
    }

    private static Reading Healthy(Deployment record, Move move, EcsFound found)
    {
        var set = found.TaskSets?.TaskSets?.FirstOrDefault(set => set.ExternalId == record.DeploymentId);
        var targets = (found.Health?.TargetHealthDescriptions ?? []).Where(target => target.Counts).ToList();
        var isHealthy = set is { StabilityStatus: "STEADY_STATE", ComputedDesiredCount: > 0 } && set.RunningCount >= set.ComputedDesiredCount
            && targets.Count(target => target.IsHealthy) >= set.ComputedDesiredCount && targets.All(target => target.IsHealthy);
        var condition = Condition(set, targets);
        var why = $"the replacement task set was not steady and healthy within {record.Service().Waits.SteadySeconds} s: {condition}";
        return Until(record with { Progress = record.TaskSets() with { Condition = condition } }, move, isHealthy, why);
    }

    private static string Condition(TaskSetAnswer? set, IReadOnlyList<TargetHealthDescription> targets)
    {
        var state = set is null ? "ECS does not know it" : $"{set.RunningCount} of {set.ComputedDesiredCount} tasks run, {set.PendingCount} are starting, it is {set.StabilityStatus}";
        var health = targets.Count == 0 ? "no target is registered" : string.Join("; ", targets.Select(target => target.Describe()));
        var more = set is not null && set.RunningCount < set.ComputedDesiredCount ? "; the service's events (DescribeServices) tell how its tasks started and ended" : "";
        return $"{state}; {health}{more}";
    }

    private static Reading Gone(Deployment record, Move move, Func<TaskSetFact, bool> isEnough)
    {
        var original = record.TaskSets().TaskSets.FirstOrDefault(set => set.Label == TaskSetFact.Blue);
        // All traffic is moved: an original that takes too long to go stops nothing.
        var isGone = original?.Status is null || isEnough(original) || Polling.IsOver(record, move);
        return new Reading(isGone ? Finding.AsIntended : Finding.NotYet, record);
    }

    private static Reading Until(Deployment record, Move move, bool isReached, string why) =>
        isReached ? new Reading(Finding.AsIntended, record)
        : Polling.IsOver(record, move) ? new Reading(Finding.TooLate, record) { Why = why }
        : new Reading(Finding.NotYet, record);
}
