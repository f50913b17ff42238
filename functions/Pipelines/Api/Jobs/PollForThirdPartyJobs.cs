using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Tells a partner's worker which jobs there are for it. What they are about, it learns with the client token alone.</summary>
public sealed class PollForThirdPartyJobs : IOperation<PollForThirdPartyJobsInput, PollForThirdPartyJobsOutput>
{
    private readonly JobQueue _queue;

    internal PollForThirdPartyJobs(JobQueue queue) => _queue = queue;

    /// <inheritdoc/>
    public async Task<PollForThirdPartyJobsOutput> RunAsync(PollForThirdPartyJobsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        PolledTypes.Check(input.ActionTypeId, ActionOwner.ThirdParty, nameof(PollForJobs));
        var jobs = await _queue.PollAsync(input.ActionTypeId, input.MaxBatchSize, new Dictionary<string, string>(), cancellationToken);
        return new PollForThirdPartyJobsOutput { Jobs = [.. jobs.Select(JobViews.PartnersJob)] };
    }
}
