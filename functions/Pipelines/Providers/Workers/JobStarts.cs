using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>Begins an action by its first job.</summary>
internal sealed class JobStarts(OwnActions actions, ActionArtifacts artifacts, JobInputs inputs, ActionDocuments documents, IIds ids)
{
    /// <summary>CodePipeline gives workers and functions a day.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Safe to repeat. What cannot be begun has failed at once.</summary>
    public async Task BeginAsync(ActionRequest request, JobPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var store = await artifacts.StoreAsync(request, cancellationToken);
            var taken = await inputs.OfAsync(request, cancellationToken);
            await actions.BeginAsync(request, now => Begun(request, plan, store, taken, now), cancellationToken);
        }
        catch (Exception e) when (e is ArtifactException or ObjectNotFoundException)
        {
            await RefuseAsync(request, e.Message, cancellationToken);
        }
    }

    /// <summary>Ends the action before it has begun.</summary>
    public Task RefuseAsync(ActionRequest request, string why, CancellationToken cancellationToken) =>
        documents.CompleteAsync(request.TaskToken, ActionResult.Failed("", why), cancellationToken);

    /// <summary>A job's id, which is a right: 128 random bits.</summary>
    public static string NewId(IIds ids) => Guid.ParseExact(ids.Secret(), "N").ToString("D");

    private (OwnProgress Progress, IReadOnlyList<GuardedWrite> Also) Begun(ActionRequest request, JobPlan plan, ArtifactStore store, IReadOnlyList<JobInput> taken, DateTimeOffset now)
    {
        var job = new JobProgress
        {
            Type = plan.Type,
            FunctionName = plan.FunctionName,
            JobTimeout = plan.JobTimeout,
            ActionDueAt = now + (request.TimeoutSeconds > 0 ? TimeSpan.FromSeconds(request.TimeoutSeconds) : Day),
            Bucket = store.Location,
            EncryptionKey = store.EncryptionKey,
            Inputs = taken,
            Number = 1,
            JobId = NewId(ids),
            Status = JobStatus.Queued,
            From = now,
        };
        return (job, [JobMoves.Entry(request.ActionExecutionId, job)]);
    }
}
