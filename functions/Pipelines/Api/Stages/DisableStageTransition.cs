using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Stages;

/// <summary>Lets no run into a stage, or out of it into the next.</summary>
public sealed class DisableStageTransition : IOperation<DisableStageTransitionInput, NoOutput>
{
    private readonly StageTransitions _transitions;

    internal DisableStageTransition(StageTransitions transitions) => _transitions = transitions;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DisableStageTransitionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _transitions.ChangeAsync(input.PipelineName, input.StageName, input.TransitionType, enabled: false, input.Reason, context.Caller?.Name ?? "a user", cancellationToken);
        return NoOutput.Value;
    }
}
