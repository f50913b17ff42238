using Sluice.Pipelines.Model;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>A stage of a run from when the run came to it: what it waited for at the door, its conditions, and its actions with those that were tried again.</summary>
internal static class StageSpans
{
    public static IEnumerable<Span> Of(SpanContext run, StageDeclaration declared, PipelineRun record, RunStage stage)
    {
        var whole = run.Part("stage", stage.StageName);
        var end = End(stage);
        List<Span> parts =
        [
            .. Waiting(whole, stage),
            .. ConditionSpans.Of(whole, declared, StagePhase.Entry, stage.BeforeEntry, record.PipelineExecutionId),
            .. stage.Actions.Select(action => ActionSpans.Of(whole, declared.Action(action.ActionName), record, action)),
            .. ConditionSpans.Of(whole, declared, StagePhase.Leaving, stage.OnSuccess, record.PipelineExecutionId),
            .. ConditionSpans.Of(whole, declared, StagePhase.Failing, stage.OnFailure, record.PipelineExecutionId),
        ];
        return [Whole(whole, run, stage, parts.Select(part => part.Start).Append(stage.ArrivedAt).Min(), end), .. parts];
    }

    private static Span Whole(SpanContext whole, SpanContext run, RunStage stage, DateTimeOffset start, DateTimeOffset end) => new(whole, run.SpanId, stage.StageName, start, end)
    {
        IsError = stage.Status == StageExecutionStatus.Failed,
        Message = stage.Message,
        Attributes =
        [
            new("sluice.stage.name", stage.StageName),
            new("sluice.stage.result", RunResults.Of(stage.Status)),
            new("sluice.stage.retries", stage.AutomaticRetries + stage.ManualRetries is > 0 and var retries ? retries : null),
        ],
    };

    /// <summary>Another run was in the stage, or nobody might enter: the record does not say which. Of a stage that was tried again it is the last wait.</summary>
    private static IEnumerable<Span> Waiting(SpanContext whole, RunStage stage)
    {
        var until = stage.BeforeEntry?.Rules.Select(rule => (DateTimeOffset?)rule.StartTime).Where(began => began >= stage.ArrivedAt).Min()
            ?? (stage.EnteredAt >= stage.ArrivedAt ? stage.EnteredAt.Value : End(stage));
        return until <= stage.ArrivedAt ? [] :
        [
            Span.PartOf(whole, $"wait for {stage.StageName}", stage.ArrivedAt, until, "wait") with
            {
                Attributes = [new(CicdAttributes.RunState, CicdAttributes.Pending), new("sluice.waits_for", "stage")],
            },
        ];
    }

    /// <summary>No later than its run's, whose last stage it may be.</summary>
    private static DateTimeOffset End(RunStage stage) => stage.Actions.Select(action => action.LastUpdateTime).Append(stage.EndedAt ?? stage.ArrivedAt).Append(stage.ArrivedAt).Max();
}
