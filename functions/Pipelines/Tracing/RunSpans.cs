using Sluice.Pipelines.Model;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>All that a run's record says of how it went, as spans: the run, its stages, what they waited for, their conditions and actions.</summary>
internal static class RunSpans
{
    /// <param name="pipeline">The version that the run went by.</param>
    /// <param name="run">A run that has ended.</param>
    public static IReadOnlyList<Span> Of(PipelineDeclaration pipeline, PipelineRun run)
    {
        var root = SpanContext.Root(run.PipelineExecutionId);
        var stages = run.Stages.SelectMany(stage => StageSpans.Of(root, pipeline.Stage(stage.StageName), run, stage)).ToList();
        return [Root(root, run, stages), .. stages];
    }

    private static Span Root(SpanContext root, PipelineRun run, List<Span> stages) => new(root, null, $"RUN {run.PipelineName}", run.StartTime, stages.Select(stage => stage.End).Append(run.StartTime).Max())
    {
        Kind = SpanKind.Server,
        IsError = run.Status == PipelineExecutionStatus.Failed,
        Message = run.Message,
        Links = run.Rollback is { } rollback ? [SpanContext.Root(rollback.Target)] : [],
        Attributes =
        [
            new(CicdAttributes.Pipeline, run.PipelineName),
            new(CicdAttributes.Kind, "RUN"),
            new(CicdAttributes.Run, run.PipelineExecutionId),
            new(CicdAttributes.Result, RunResults.Of(run.Status)),
            new(CicdAttributes.ErrorType, run.Status == PipelineExecutionStatus.Failed ? RunResults.Failed : null),
            .. run.SourceRevisions is [var only] ? SourceAttributes.Of(only) : [],
            new("sluice.pipeline.version", run.PipelineVersion),
            new("sluice.pipeline.execution_type", run.Type.ToString()),
            new("sluice.pipeline.trigger", run.Trigger.TriggerType?.ToString()),
            new("sluice.pipeline.status", run.Status.ToString()),
            new("sluice.pipeline.superseded_by", run.SupersededBy),
            new("sluice.pipeline.rolled_back_to", run.Rollback?.Target),
        ],
    };
}
