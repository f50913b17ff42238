using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Stops a run when what runs of it has ended, or leaves that behind.</summary>
public sealed class StopPipelineExecution : IOperation<StopPipelineExecutionInput, StopPipelineExecutionOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly ExecutionStops _stops;

    internal StopPipelineExecution(PipelineCatalog pipelines, ExecutionStops stops) => (_pipelines, _stops) = (pipelines, stops);

    /// <inheritdoc/>
    public async Task<StopPipelineExecutionOutput> RunAsync(StopPipelineExecutionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _pipelines.GetAsync(input.PipelineName, cancellationToken);
        try
        {
            await _stops.StopAsync(new StopRequestInput(input.PipelineName, input.PipelineExecutionId, input.Abandon ?? false, input.Reason), cancellationToken);
            return new StopPipelineExecutionOutput { PipelineExecutionId = input.PipelineExecutionId };
        }
        catch (PipelineExecutionNotFoundException e)
        {
            // The original's model has no other error for it.
            throw new ApiException(nameof(PipelineExecutionNotStoppableException), e.Message);
        }
    }
}
