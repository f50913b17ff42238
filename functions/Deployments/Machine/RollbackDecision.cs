using Sluice.Deployments.Platforms;
using Sluice.Deployments.Traffic;

namespace Sluice.Deployments.Machine;

/// <summary>The decision of <see cref="PlanRollback"/>: nothing to give back, or the platform's way back.</summary>
internal static class RollbackDecision
{
    public static Decision<ShiftState> Decide(Deployment record, PlanRollbackInput input, DateTimeOffset now)
    {
        if (record.IsEnded)
        {
            return Ended.Again(record);
        }

        if (record.IsCommitted)
        {
            return ShiftPlatforms.Of(record.Plan).Restore(record, input, now);
        }

        var stopped = Ending.Stopped(record, StopCause.Failure, Cause(record, input.Failure), now, input.Failure?.Error);
        var decision = stopped.Intent is null
            ? Ended.With(stopped, DeploymentOutcome.Failed, $"no traffic was moved: {stopped.Stop!.Message}", now)
            : stopped.Plan.Rollback.Covers(stopped.Stop!) || !ShiftPlatforms.Of(stopped.Plan).HasMoved(stopped) ? ShiftPlatforms.Of(stopped.Plan).Restore(stopped, input, now)
            : Left(stopped, now);
        return record.Stop is null ? decision with { Events = [DeploymentEvents.Stopped(stopped), .. decision.Events] } : decision;
    }

    /// <summary>It goes on with one more thing to do.</summary>
    public static Decision<ShiftState> Going(Deployment record, string way, PlanRollbackInput input, DateTimeOffset now) =>
        new(record.Leased(now), ShiftState.Of(record) with { Next = way, Tries = input.Tries + 1 });

    /// <summary>All is as it was; the note tells what else was given back.</summary>
    public static Decision<ShiftState> RolledBack(Deployment record, TrafficSplit before, DateTimeOffset now, string note = "")
    {
        var platform = ShiftPlatforms.Of(record.Plan);
        var decision = Ended.With(
            record, DeploymentOutcome.RolledBack, $"{platform.Subject(record.Plan)} sends {platform.Describe(before)} again{note}: {record.Stop!.Message}", now);
        return decision with { Events = [DeploymentEvents.Shifted(record, before), .. decision.Events] };
    }

    public static Decision<ShiftState> Dirty(Deployment record, string why, DateTimeOffset now) =>
        Ended.With(record, DeploymentOutcome.Dirty, DirtyMessage.Of(record, why), now);

    private static Decision<ShiftState> Left(Deployment record, DateTimeOffset now)
    {
        var platform = ShiftPlatforms.Of(record.Plan);
        var wish = record.Stop is { Cause: StopCause.Request, Rollback: false } ? "as the stop asked for" : "since the configuration wants no rollback for this cause";
        return Dirty(record, $"{platform.Subject(record.Plan)} is left as it is, {wish}: it was last set to {platform.Describe(record.Intent!.Traffic)}", now);
    }

    private static string Cause(Deployment record, MachineFailure? failure) =>
        failure is null ? "its machine turned back without a cause"
        : ShiftPlatforms.Of(record.Plan).Explain(record, failure) ?? failure.Describe();
}
