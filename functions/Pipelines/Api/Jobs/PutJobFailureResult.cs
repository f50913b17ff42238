using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Takes the answer to a job that could not be done. The job's id is the right to answer it.</summary>
public sealed class PutJobFailureResult : IOperation<PutJobFailureResultInput, NoOutput>
{
    private readonly JobResults _results;

    internal PutJobFailureResult(JobResults results) => _results = results;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(PutJobFailureResultInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _results.FailAsync(new JobFailure(input.JobId, ClientToken: null, input.FailureDetails), cancellationToken);
        return NoOutput.Value;
    }
}
