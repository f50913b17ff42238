using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>How an alias gets back to where it was: from what was intended, what was before, and the alias as it is.</summary>
internal static class AliasRestore
{
    private const int MostTries = 6;

    // The revision is known if the last change was read back: then one call restores, and fails if anybody changed the alias since.
    public static Decision<Deployment, ShiftState> Decide(Deployment record, PlanRollbackInput input, DateTimeOffset now) =>
        input.Answer<AliasAnswer>("restored") is { } restored ? Judge(record, restored, input, now)
        : record.Known is { } known && known.Step == record.Intent!.Step && record.Shift!.Snapshot is not null && record.Stop!.Cause != StopCause.ForeignChange
            ? GoBack(record, record.Intent.Traffic, known.RevisionId!, input, now)
            : RollbackDecision.Going(record, Branch.Read, input, now);

    private static Decision<Deployment, ShiftState> Judge(Deployment record, AliasAnswer restored, PlanRollbackInput input, DateTimeOffset now)
    {
        var before = record.Shift!.Snapshot;
        var found = restored.IsMissing() ? null : restored.Traffic();
        return found == before ? RolledBack(record, before, now)
            : found is null || (found != record.Intent!.Traffic && found != record.Intent.Before) ? RollbackDecision.Dirty(record, ForeignChange.Message(record, found), now)
            : input.Tries >= MostTries ? RollbackDecision.Dirty(record, $"{Alias(record)} could not be restored in {MostTries} tries: others change it meanwhile", now)
            : before is null ? RollbackDecision.Going(record, Branch.Remove, input, now)
            : ReturnStep.IsWatched(record, input, found, now) ? ReturnStep.Watch(record, input, now)
            : GoBack(record, found, restored.RevisionId!, input, now);
    }

    private static Decision<Deployment, ShiftState> RolledBack(Deployment record, TrafficSplit? before, DateTimeOffset now) => before is null
        ? Ended.With(record, DeploymentOutcome.RolledBack, $"the alias that it made is removed: {record.Stop!.Message}", now)
        : RollbackDecision.RolledBack(record, before, now);

    private static Decision<Deployment, ShiftState> GoBack(Deployment record, TrafficSplit found, string revisionId, PlanRollbackInput input, DateTimeOffset now) =>
        ReturnStep.Intend(record, found) is { } intended
            ? Set(intended, intended.Intent!.Traffic, revisionId, ReturnStep.Count(record, intended, input), now)
            : Set(record, record.Shift!.Snapshot!, revisionId, input, now);

    private static Decision<Deployment, ShiftState> Set(Deployment record, TrafficSplit traffic, string revisionId, PlanRollbackInput input, DateTimeOffset now)
    {
        var going = RollbackDecision.Going(record, Branch.Restore, input, now);
        return going with { Answer = going.Answer.Go(Branch.Restore, LambdaPlatform.Update(traffic, revisionId)) };
    }

    private static string Alias(Deployment record) => record.Plan.Target.Subject();
}
