using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>A batch's phases, in CodeBuild's shape. Artifacts that are combined are put together as the builds store them, so that it takes no time; a pipeline's are one, which a build makes.</summary>
internal static class BatchPhases
{
    public static IReadOnlyList<BuildBatchPhase> Of(BatchRecord batch)
    {
        List<BuildBatchPhase> phases = [Ended(BuildBatchPhaseType.SUBMITTED, StatusType.SUCCEEDED, batch.SubmittedAt, batch.SubmittedAt)];
        if (batch.PlannedAt is not { } planned)
        {
            phases.Add(batch.EndedAt is { } early ? Ended(BuildBatchPhaseType.DOWNLOAD_BATCHSPEC, Failure(batch), batch.SubmittedAt, early, batch.Message) : Going(BuildBatchPhaseType.DOWNLOAD_BATCHSPEC, batch.SubmittedAt));
        }
        else
        {
            phases.Add(Ended(BuildBatchPhaseType.DOWNLOAD_BATCHSPEC, StatusType.SUCCEEDED, batch.SubmittedAt, planned));
            if (batch.Combining is { } combining)
            {
                phases.Add(Ended(BuildBatchPhaseType.IN_PROGRESS, StatusType.SUCCEEDED, planned, combining.RequestedOn));
                phases.Add(batch.EndedAt is { } all ? Ended(BuildBatchPhaseType.COMBINE_ARTIFACTS, Failure(batch), combining.RequestedOn, all, batch.Message) : Going(BuildBatchPhaseType.COMBINE_ARTIFACTS, combining.RequestedOn));
            }
            else
            {
                phases.AddRange(AfterPlan(batch, planned));
            }
        }

        if (batch.EndedAt is { } end)
        {
            phases.Add(Going(batch.Status switch { BuildStatus.Succeeded => BuildBatchPhaseType.SUCCEEDED, BuildStatus.Stopped => BuildBatchPhaseType.STOPPED, _ => BuildBatchPhaseType.FAILED }, end));
        }

        return phases;
    }

    private static IEnumerable<BuildBatchPhase> AfterPlan(BatchRecord batch, DateTimeOffset planned)
    {
        yield return batch.EndedAt is { } ended ? Ended(BuildBatchPhaseType.IN_PROGRESS, Failure(batch), planned, ended, batch.Message) : Going(BuildBatchPhaseType.IN_PROGRESS, planned);
        if (batch is { Config.CombineArtifacts: true, Status: BuildStatus.Succeeded, EndedAt: { } stored })
        {
            yield return Ended(BuildBatchPhaseType.COMBINE_ARTIFACTS, StatusType.SUCCEEDED, stored, stored);
        }
    }

    private static StatusType Failure(BatchRecord batch) => batch.Status switch
    {
        BuildStatus.Succeeded => StatusType.SUCCEEDED,
        BuildStatus.Stopped => StatusType.STOPPED,
        BuildStatus.TimedOut => StatusType.TIMED_OUT,
        BuildStatus.Fault => StatusType.FAULT,
        _ => StatusType.FAILED,
    };

    private static BuildBatchPhase Going(BuildBatchPhaseType type, DateTimeOffset start) => new() { PhaseType = type, StartTime = start };

    private static BuildBatchPhase Ended(BuildBatchPhaseType type, StatusType status, DateTimeOffset start, DateTimeOffset end, string? message = null) => new()
    {
        PhaseType = type,
        PhaseStatus = status,
        StartTime = start,
        EndTime = end,
        DurationInSeconds = Math.Max(0, (long)(end - start).TotalSeconds),
        Contexts = message is null || status == StatusType.SUCCEEDED ? null : [new PhaseContext { StatusCode = "BATCH_ERROR", Message = message }],
    };
}
