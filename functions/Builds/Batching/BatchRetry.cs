using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Batching;

/// <summary>Starts a batch that did not succeed once more: it stays the same batch, and its builds have one more try.</summary>
internal static class BatchRetry
{
    /// <param name="batch">It has ended.</param>
    /// <param name="all">Those that succeeded too.</param>
    /// <exception cref="ApiException">It goes on, succeeded, or is a pipeline's.</exception>
    public static Decision<BatchRecord, bool> Decide(BatchRecord batch, bool all)
    {
        if (!batch.HasEnded() || batch.Status == BuildStatus.Succeeded)
        {
            throw ControlPlane.InvalidInput.Of($"The batch '{batch.FullId()}' {(batch.HasEnded() ? "has succeeded" : "has not ended")}; one that failed or was stopped can be retried.");
        }

        if (batch.Action is not null)
        {
            throw ControlPlane.InvalidInput.Of($"The batch '{batch.FullId()}' is an action of a pipeline, which alone can be given its result; retry the pipeline's stage.");
        }

        var next = batch with
        {
            Status = BuildStatus.InProgress,
            Attempt = batch.Attempt + 1,
            Message = null,
            EndedAt = null,
            Task = null,
            Combining = null,
            StopRequestedAt = null,
            StopReason = null,
            StopStatus = BuildStatus.Stopped,
            PlanBuildId = batch.PlannedAt is null ? BuildIds.OfBatch(batch.BatchId, null, batch.Attempt + 1) : batch.PlanBuildId,
            Groups = [.. batch.Groups.Select(group => all || group.Current?.Status != BuildStatus.Succeeded ? Again(group) : group)],
        };
        return new(next, true) { Also = [BatchStore.Start(next)] };
    }

    private static BatchGroup Again(BatchGroup group) => group.Current is { } run ? group with { Current = null, Prior = [.. group.Prior, run] } : group;
}
