using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Stages;

/// <summary>Lets a run go on that a condition holds, or has held, up.</summary>
public sealed class OverrideStageCondition : IOperation<OverrideStageConditionInput, NoOutput>
{
    private readonly StageChanges _stages;

    internal OverrideStageCondition(StageChanges stages) => _stages = stages;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(OverrideStageConditionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _stages.ChangeAsync(input.PipelineName, input.StageName, input.PipelineExecutionId, turn => ConditionOverride.Decide(turn, input.StageName, input.ConditionType), missing => new ConditionNotOverridableException(input.StageName, missing), cancellationToken);
        return NoOutput.Value;
    }
}
