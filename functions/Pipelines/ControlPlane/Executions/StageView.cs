using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>A stage of a run as it is shown.</summary>
public sealed record StageView(string StageName, StageExecutionStatus Status, IReadOnlyList<ActionView> Actions)
{
    internal static StageView Of(PipelineDeclaration pipeline, RunStage stage) => new(
        stage.StageName,
        stage.Status ?? StageExecutionStatus.Cancelled,
        [.. stage.Current.Select(action => ActionView.Of(pipeline.Stage(stage.StageName).Action(action.ActionName).ActionTypeId, action))]);
}
