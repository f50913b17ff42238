using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Json;

namespace Sluice.Builds.Batching;

/// <summary>Decides how a batch goes on, from its record and its builds as they are. It may be decided any number of times.</summary>
internal static class BatchDecision
{
    public static Decision<BatchRecord, BatchMoves> Advance(BatchRecord batch, BatchState state, DateTimeOffset now)
    {
        if (batch.HasEnded())
        {
            return new(batch, BatchMoves.None);
        }

        var seen = Seen(batch, state);
        return seen.PlannedAt is null ? AwaitPlan(seen, state, now) : GoOn(seen, state, now);
    }

    /// <summary>A stop is recorded once, and never on what has ended.</summary>
    public static BatchRecord Stop(BatchRecord batch, string reason, BuildStatus status, DateTimeOffset now) =>
        batch.HasEnded() || batch.StopRequestedAt is not null ? batch : batch with { StopRequestedAt = now, StopReason = reason, StopStatus = status };

    private static Decision<BatchRecord, BatchMoves> AwaitPlan(BatchRecord batch, BatchState state, DateTimeOffset now)
    {
        var reader = state.Builds.GetValueOrDefault(batch.PlanBuildId);
        if (reader is null)
        {
            return batch.StopRequestedAt is null ? new(batch, new BatchMoves([BatchBuilds.Plan(batch, now)], [])) : Ended(batch, now);
        }

        if (!reader.HasEnded())
        {
            return new(batch, batch.StopRequestedAt is null ? BatchMoves.None : new BatchMoves([], [reader.BuildId]));
        }

        return batch.StopRequestedAt is not null ? Ended(batch, now)
            : state.Plan is { } plan && reader.Status == BuildStatus.Succeeded ? Plan(batch with { ResolvedSourceVersion = reader.ResolvedSourceVersion }, plan, state, now)
            : Ended(batch with { Message = reader.Message ?? "The buildspec's batch could not be read." }, now, BuildStatus.Failed);
    }

    private static Decision<BatchRecord, BatchMoves> Plan(BatchRecord batch, BatchPlan plan, BatchState state, DateTimeOffset now)
    {
        var planned = batch with { PlannedAt = now, Kind = plan.Kind, FastFail = plan.FastFail, Groups = [.. plan.Builds.Select(build => new BatchGroup(build, null, []))] };
        return BatchRestrictionRules.Fault(batch.Config?.Restrictions, plan, batch.Settings) is { } fault
            ? Ended(planned with { Message = fault }, now, BuildStatus.Failed)
            : GoOn(planned, state, now);
    }

    private static Decision<BatchRecord, BatchMoves> GoOn(BatchRecord batch, BatchState state, DateTimeOffset now)
    {
        var fails = batch.Groups.Any(group => group.HasFailed);
        var begins = fails || batch.StopRequestedAt is not null ? batch : Begun(batch, now);
        var running = begins.Groups.Where(group => group.Current is { Status: BuildStatus.InProgress }).ToList();
        if (running.Count == 0)
        {
            return fails ? Ended(begins, now, BuildStatus.Failed)
                : begins.CombinesForPipeline() && begins.Groups.All(group => group.HasEnded) ? Combine(begins, state, now)
                : HandedOn(begins, now);
        }

        // One that is asked for and not there was lost on the way, or is new: it is made either way.
        var stops = batch.StopRequestedAt is not null || (fails && batch.FastFail);
        return new(
            begins,
            new BatchMoves(
                [.. running.Where(group => !state.Builds.ContainsKey(group.Current!.BuildId)).Select(group => BatchBuilds.Of(begins, group, group.Current!))],
                stops ? [.. running.Select(group => group.Current!.BuildId)] : []));
    }

    /// <summary>It has succeeded, if there is all that a pipeline wants of it.</summary>
    private static Decision<BatchRecord, BatchMoves> HandedOn(BatchRecord batch, DateTimeOffset now)
    {
        var missing = (batch.Settings.OutputArtifacts ?? []).Except(batch.OutputArtifacts().Keys, StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? Ended(batch, now, BuildStatus.Succeeded) : Ended(
            batch with { Message = $"None of the builds has handed on {string.Join(", ", missing)}; expected names of the form BUILD for a build's primary artifact and BUILD_ARTIFACT for a secondary one." }, now, BuildStatus.Failed);
    }

    private static Decision<BatchRecord, BatchMoves> Combine(BatchRecord batch, BatchState state, DateTimeOffset now)
    {
        if (batch.Combining is { } run)
        {
            return run.Status == BuildStatus.Succeeded ? HandedOn(batch, now)
                : run.Status != BuildStatus.InProgress ? Ended(batch with { Message = $"The artifacts could not be combined: {state.Builds.GetValueOrDefault(run.BuildId)?.Message ?? run.Status.WireName()}" }, now, BuildStatus.Failed)
                : new(batch, new BatchMoves(state.Builds.ContainsKey(run.BuildId) ? [] : [BatchBuilds.Combination(batch, run)], batch.StopRequestedAt is null ? [] : [run.BuildId]));
        }

        if (batch.StopRequestedAt is not null || !BatchBuilds.Primaries(batch).Any())
        {
            return HandedOn(batch, now);
        }

        var begun = batch with { Combining = new BatchRun(BuildIds.OfBatch(batch.BatchId, "combined/", batch.Attempt), now, BuildStatus.InProgress, []) };
        return new(begun, new BatchMoves([BatchBuilds.Combination(begun, begun.Combining)], []));
    }

    private static BatchRecord Begun(BatchRecord batch, DateTimeOffset now)
    {
        var done = batch.Groups.Where(group => group.LetsGoOn).Select(group => group.Build.Identifier).ToHashSet(StringComparer.Ordinal);
        bool Begins(BatchGroup group) => group.Current is null && group.Build.DependsOn.All(done.Contains);
        return !batch.Groups.Any(Begins) ? batch : batch with
        {
            Groups =
            [
                .. batch.Groups.Select(group => Begins(group)
                    ? group with { Current = new BatchRun(BuildIds.OfBatch(batch.BatchId, group.Build.Identifier, group.Prior.Count + 1), now, BuildStatus.InProgress, []) }
                    : group),
            ],
        };
    }

    private static Decision<BatchRecord, BatchMoves> Ended(BatchRecord batch, DateTimeOffset now, BuildStatus status = BuildStatus.Stopped)
    {
        var (end, message) = batch.StopRequestedAt is not null ? (batch.StopStatus, $"The batch was stopped: {batch.StopReason}")
            : status == BuildStatus.Failed ? (status, batch.Message ?? $"{string.Join(", ", batch.Groups.Where(group => group.HasFailed).Select(group => $"{group.Build.Identifier} ended as {group.Current!.Status.WireName()}"))}.")
            : (status, batch.Message);
        return new(batch with { Status = end, Message = message, EndedAt = now }, BatchMoves.None);
    }

    private static BatchRecord Seen(BatchRecord batch, BatchState state)
    {
        var groups = batch.Groups.Select(group => Seen(group.Current, state) is { } run && !ReferenceEquals(run, group.Current) ? group with { Current = run } : group).ToList();
        var combining = Seen(batch.Combining, state);
        return groups.SequenceEqual(batch.Groups) && ReferenceEquals(combining, batch.Combining) ? batch : batch with { Groups = groups, Combining = combining };
    }

    private static BatchRun? Seen(BatchRun? run, BatchState state) =>
        run is { Status: BuildStatus.InProgress } && state.Builds.GetValueOrDefault(run.BuildId) is { } build ? run.Seen(build) : run;
}
