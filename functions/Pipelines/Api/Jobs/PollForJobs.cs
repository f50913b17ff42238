using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Hands a worker of the team's own the jobs that are there for it.</summary>
public sealed class PollForJobs : IOperation<PollForJobsInput, PollForJobsOutput>
{
    private readonly JobQueue _queue;
    private readonly JobViews _views;

    internal PollForJobs(JobQueue queue, JobViews views) => (_queue, _views) = (queue, views);

    /// <inheritdoc/>
    public async Task<PollForJobsOutput> RunAsync(PollForJobsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        PolledTypes.Check(input.ActionTypeId, ActionOwner.Custom, nameof(PollForThirdPartyJobs));
        var jobs = await _queue.PollAsync(input.ActionTypeId, input.MaxBatchSize, input.QueryParam ?? new Dictionary<string, string>(), cancellationToken);
        return new PollForJobsOutput { Jobs = [.. jobs.Select(_views.Job)] };
    }
}
