using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Gives a job to the worker that was handed it.</summary>
public sealed class AcknowledgeJob : IOperation<AcknowledgeJobInput, AcknowledgeJobOutput>
{
    private readonly JobQueue _queue;

    internal AcknowledgeJob(JobQueue queue) => _queue = queue;

    /// <inheritdoc/>
    public async Task<AcknowledgeJobOutput> RunAsync(AcknowledgeJobInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Status = await _queue.AcknowledgeAsync(input.JobId, input.Nonce, clientToken: null, cancellationToken) };
}
