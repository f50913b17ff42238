using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Returning;

/// <summary>The decision of <see cref="PlanRollback"/>: nothing to give back, or the platform's way back.</summary>
internal static class RollbackDecision
{
    public static Decision<Deployment, ShiftState> Decide(IShiftPlatform platform, Deployment record, PlanRollbackInput input, DateTimeOffset now)
    {
        if (record.IsEnded)
        {
            return Ended.Repeated(record);
        }

        if (record.IsCommitted)
        {
            return platform.Restore(record, input, now);
        }

        var stopped = Ending.Stopped(record, StopCause.Failure, Cause(platform, record, input.Failure), now, input.Failure?.Error);
        var decision = stopped.Intent is null
            ? Ended.With(stopped, DeploymentOutcome.Failed, $"no traffic was moved: {stopped.Stop!.Message}", now)
            : stopped.Plan.Rollback.Covers(stopped.Stop!) || !platform.HasMoved(stopped) ? platform.Restore(stopped, input, now)
            : Left(stopped, now);
        return record.Stop is null ? decision with { Events = [DeploymentEvents.Stopped(stopped), .. decision.Events] } : decision;
    }

    /// <summary>It goes on with one more thing to do.</summary>
    public static Decision<Deployment, ShiftState> Going(Deployment record, string way, PlanRollbackInput input, DateTimeOffset now) =>
        new(record.Leased(now), ShiftState.Of(record) with { Next = way, Tries = input.Tries + 1 });

    /// <summary>All is as it was; the note tells what else was given back.</summary>
    public static Decision<Deployment, ShiftState> RolledBack(Deployment record, TrafficSplit before, DateTimeOffset now, string note = "")
    {
        var target = record.Plan.Target;
        var decision = Ended.With(
            record, DeploymentOutcome.RolledBack, $"{target.Subject()} sends {target.Describe(before)} again{note}: {record.Stop!.Message}", now);
        return decision with { Events = [DeploymentEvents.Shifted(record, before), .. decision.Events] };
    }

    public static Decision<Deployment, ShiftState> Dirty(Deployment record, string why, DateTimeOffset now) =>
        Ended.With(record, DeploymentOutcome.Dirty, DirtyMessage.Of(record, why), now);

    private static Decision<Deployment, ShiftState> Left(Deployment record, DateTimeOffset now)
    {
        var target = record.Plan.Target;
        var wish = record.Stop is { Cause: StopCause.Request, Rollback: false } ? "as the stop asked for" : "since the configuration wants no rollback for this cause";
        return Dirty(record, $"{target.Subject()} is left as it is, {wish}: it was last set to {target.Describe(record.Intent!.Traffic)}", now);
    }

    private static string Cause(IShiftPlatform platform, Deployment record, CaughtError? failure) =>
        failure is null ? "its machine turned back without a cause"
        : platform.Explain(record, failure) ?? failure.InWords();
}
