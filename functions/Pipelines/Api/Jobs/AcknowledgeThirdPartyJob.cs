using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Gives a job to the partner's worker that was handed it.</summary>
public sealed class AcknowledgeThirdPartyJob : IOperation<AcknowledgeThirdPartyJobInput, AcknowledgeThirdPartyJobOutput>
{
    private readonly JobQueue _queue;

    internal AcknowledgeThirdPartyJob(JobQueue queue) => _queue = queue;

    /// <inheritdoc/>
    public async Task<AcknowledgeThirdPartyJobOutput> RunAsync(AcknowledgeThirdPartyJobInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Status = await _queue.AcknowledgeAsync(input.JobId, input.Nonce, input.ClientToken, cancellationToken) };
}
