using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Returning;

/// <summary>A step of the way back on any platform: stored before it is made, then watched.</summary>
internal static class ReturnStep
{
    /// <summary>The record with the next share intended; null if all that is left is to restore what was before.</summary>
    public static Deployment? Intend(Deployment record, TrafficSplit found)
    {
        if (ReturnSteps.Next(record.Plan, record.Shift!, found) is not { } step)
        {
            return null;
        }

        // A revision that was known of the way forward is none any more.
        var split = TrafficSplit.Split(record.Shift!.Snapshot!.Main, record.Shift.Target, step.Percent);
        return record with { Intent = new TrafficIntent(record.Step, split, found, 0) { ReturnBakeSeconds = step.BakeSeconds }, Known = null };
    }

    /// <summary>Tries are counted anew for each step.</summary>
    public static PlanRollbackInput Count(Deployment before, Deployment intended, PlanRollbackInput input) =>
        intended.Intent!.Traffic == before.Intent!.Traffic ? input : input with { Tries = 0 };

    /// <summary>The machine's own wait is what ends the watch. The time is asked only by an execution that takes over, which has not waited.</summary>
    public static bool IsWatched(Deployment record, PlanRollbackInput input, TrafficSplit found, DateTimeOffset now) =>
        record.Intent is { ReturnBakeSeconds: not null } step && found == step.Traffic
        && (step.ReturnUntil is not { } until || (input.WaitSeconds is null && now < until));

    /// <summary>What divides the traffic is read again when the time is over, as after each step forward.</summary>
    public static Decision<Deployment, ShiftState> Watch(Deployment record, PlanRollbackInput input, DateTimeOffset now)
    {
        // A clock that was set back makes no watch longer than it is.
        var whole = now.AddSeconds(record.Intent!.ReturnBakeSeconds!.Value);
        var until = record.Intent.ReturnUntil is { } before && before < whole ? before : whole;
        var seconds = Math.Max(1, (int)Math.Ceiling((until - now).TotalSeconds));
        var watched = record with { Intent = record.Intent with { ReturnUntil = until } };
        var going = RollbackDecision.Going(watched, Branch.Wait, input with { Tries = 0 }, now);
        return going with
        {
            Record = going.Record.Leased(now, seconds),
            Answer = going.Answer with { WaitSeconds = seconds },
            Events = record.Intent.ReturnUntil is null ? [DeploymentEvents.Shifted(watched, watched.Intent.Traffic)] : [],
        };
    }
}
