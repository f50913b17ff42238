using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Stages;

/// <summary>Lets runs into a stage again, or out of it into the next.</summary>
public sealed class EnableStageTransition : IOperation<EnableStageTransitionInput, NoOutput>
{
    private readonly StageTransitions _transitions;

    internal EnableStageTransition(StageTransitions transitions) => _transitions = transitions;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(EnableStageTransitionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _transitions.ChangeAsync(input.PipelineName, input.StageName, input.TransitionType, enabled: true, reason: null, context.Caller?.Name ?? "a user", cancellationToken);
        return NoOutput.Value;
    }
}
