using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Takes a partner's answer to a job that could not be done.</summary>
public sealed class PutThirdPartyJobFailureResult : IOperation<PutThirdPartyJobFailureResultInput, NoOutput>
{
    private readonly JobResults _results;

    internal PutThirdPartyJobFailureResult(JobResults results) => _results = results;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(PutThirdPartyJobFailureResultInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _results.FailAsync(new JobFailure(input.JobId, input.ClientToken, input.FailureDetails), cancellationToken);
        return NoOutput.Value;
    }
}
