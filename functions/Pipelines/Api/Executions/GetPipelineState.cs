using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Shows where the runs of a pipeline are, stage by stage.</summary>
public sealed class GetPipelineState : IOperation<GetPipelineStateInput, GetPipelineStateOutput>
{
    private readonly PipelineStates _states;

    internal GetPipelineState(PipelineStates states) => _states = states;

    /// <inheritdoc/>
    public Task<GetPipelineStateOutput> RunAsync(GetPipelineStateInput input, OperationContext context, CancellationToken cancellationToken) => _states.OfAsync(input.Name, cancellationToken);
}
