using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Takes the answer to a job that is done, or that goes on. Functions hold their own roles' keys, which are none of ours: so the job's id is the right to answer it.</summary>
public sealed class PutJobSuccessResult : IOperation<PutJobSuccessResultInput, NoOutput>
{
    private readonly JobResults _results;

    internal PutJobSuccessResult(JobResults results) => _results = results;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(PutJobSuccessResultInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var success = new JobSuccess(input.JobId)
        {
            ContinuationToken = input.ContinuationToken, CurrentRevision = input.CurrentRevision, Details = input.ExecutionDetails, OutputVariables = input.OutputVariables,
        };
        await _results.SucceedAsync(success, cancellationToken);
        return NoOutput.Value;
    }
}
