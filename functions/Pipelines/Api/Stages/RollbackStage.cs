using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Stages;

/// <summary>Makes a stage again as a run left it that succeeded in it.</summary>
public sealed class RollbackStage : IOperation<RollbackStageInput, RollbackStageOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly Rollbacks _rollbacks;

    internal RollbackStage(PipelineCatalog pipelines, Rollbacks rollbacks) => (_pipelines, _rollbacks) = (pipelines, rollbacks);

    /// <inheritdoc/>
    public async Task<RollbackStageOutput> RunAsync(RollbackStageInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var pipeline = (await _pipelines.GetAsync(input.PipelineName, cancellationToken)).Pipeline;
        if (pipeline.Stages.All(stage => stage.Name != input.StageName))
        {
            throw new StageNotFoundException(input.PipelineName, input.StageName);
        }

        var plan = new RollbackPlan(input.StageName, input.TargetPipelineExecutionId);
        return new RollbackStageOutput { PipelineExecutionId = await _rollbacks.StartAsync(pipeline, plan, context.Caller?.Name ?? "a user", cancellationToken) };
    }
}
