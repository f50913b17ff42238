using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Stages;

/// <summary>Tries a stage again in which a run failed or was stopped.</summary>
public sealed class RetryStageExecution : IOperation<RetryStageExecutionInput, RetryStageExecutionOutput>
{
    private readonly StageChanges _stages;

    internal RetryStageExecution(StageChanges stages) => _stages = stages;

    /// <inheritdoc/>
    public async Task<RetryStageExecutionOutput> RunAsync(RetryStageExecutionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _stages.ChangeAsync(input.PipelineName, input.StageName, input.PipelineExecutionId, turn => StageRetry.Decide(turn, input.StageName, input.RetryMode), missing => new StageNotRetryableException(input.StageName, missing), cancellationToken);
        return new RetryStageExecutionOutput { PipelineExecutionId = input.PipelineExecutionId };
    }
}
