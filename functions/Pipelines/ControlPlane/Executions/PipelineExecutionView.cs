using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>A run as it is shown.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="PipelineVersion">The version of the pipeline that it goes by.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Message">Why it ended so; null if there is nothing to say.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="StartTime">When it was started.</param>
/// <param name="LastUpdateTime">When it last changed.</param>
/// <param name="SourceRevisions">What it releases.</param>
/// <param name="WaitsFor">The stage at whose door it is; null if it is in one or has ended.</param>
/// <param name="Stages">The stages that it has entered, in order.</param>
public sealed record PipelineExecutionView(
    string PipelineName,
    string PipelineExecutionId,
    int PipelineVersion,
    PipelineExecutionStatus Status,
    string? Message,
    ExecutionTrigger Trigger,
    DateTimeOffset StartTime,
    DateTimeOffset LastUpdateTime,
    IReadOnlyList<SourceCommit> SourceRevisions,
    string? WaitsFor,
    IReadOnlyList<StageView> Stages)
{
    internal static PipelineExecutionView Of(PipelineDeclaration pipeline, PipelineRun run) => new(
        run.PipelineName,
        run.PipelineExecutionId,
        run.PipelineVersion,
        run.Status,
        run.Message,
        run.Trigger,
        run.StartTime,
        run.LastUpdateTime,
        run.SourceRevisions,
        run.Stages.FirstOrDefault(stage => stage.Phase == StagePhase.Door)?.StageName ?? (run is { Stages.Count: 0, HasEnded: false } ? pipeline.Stages[0].Name : null),
        [.. run.Stages.Where(stage => stage.Status is not null).Select(stage => StageView.Of(pipeline, stage))]);
}
