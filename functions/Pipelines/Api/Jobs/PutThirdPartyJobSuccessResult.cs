using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Takes a partner's answer to a job that is done, or that goes on.</summary>
public sealed class PutThirdPartyJobSuccessResult : IOperation<PutThirdPartyJobSuccessResultInput, NoOutput>
{
    private readonly JobResults _results;

    internal PutThirdPartyJobSuccessResult(JobResults results) => _results = results;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(PutThirdPartyJobSuccessResultInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var success = new JobSuccess(input.JobId, input.ClientToken) { ContinuationToken = input.ContinuationToken, CurrentRevision = input.CurrentRevision, Details = input.ExecutionDetails };
        await _results.SucceedAsync(success, cancellationToken);
        return NoOutput.Value;
    }
}
