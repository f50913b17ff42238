using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Events;

/// <summary>
/// CodePipeline's events, found by comparing a run's record with what it was: so there is one for every change of a status, and none without. A stop is told to the services of the actions that run, too.
/// </summary>
internal static class RunEvents
{
    private const string Source = "sluice.codepipeline";
    private const string NoReason = "stopped by request";

    /// <summary>In the order in which they happened; <paramref name="before"/> is null for a new run.</summary>
    /// <param name="pipeline">The version that the run goes by.</param>
    /// <param name="before">As it was.</param>
    /// <param name="after">As it is.</param>
    public static IReadOnlyList<RunEvent> Between(PipelineDeclaration pipeline, PipelineRun? before, PipelineRun after)
    {
        var events = after.Stages.SelectMany(stage => Changes(pipeline, before?.FindStage(stage.StageName), stage, after));
        if (before?.Status != after.Status)
        {
            var changed = RunEventDetail.OfRun(after, before?.HasEnded == true);
            events = after.HasEnded ? events.Append(changed) : events.Prepend(changed);
        }

        return [.. events, .. Stops(pipeline, before, after)];
    }

    /// <summary>Numbered by how many events the run has had, these among them.</summary>
    public static IEnumerable<SuiteEvent> Stamped(PipelineRun run, IReadOnlyList<RunEvent> events)
    {
        var first = run.Events - events.Count + 1;
        return events.Select((happened, place) => new SuiteEvent(
            $"{run.PipelineExecutionId}-{first + place:D6}", Source, happened.DetailType, (JsonObject)happened.Detail.DeepClone(), run.LastUpdateTime, first + place, happened.Resources));
    }

    private static IEnumerable<RunEvent> Changes(PipelineDeclaration pipeline, RunStage? before, RunStage stage, PipelineRun run)
    {
        var actions = stage.Actions
            .Where(action => action.Status != before?.Actions.FirstOrDefault(old => old.ActionExecutionId == action.ActionExecutionId)?.Status)
            .OrderBy(action => action.Status == ActionExecutionStatus.InProgress)
            .Select(action => RunEventDetail.OfAction(run, stage, pipeline.Stage(stage.StageName).Action(action.ActionName), action));
        return before?.Status == stage.Status || stage.Status is null ? actions
            : stage.Status == StageExecutionStatus.InProgress ? actions.Prepend(RunEventDetail.OfStage(run, stage, before?.Status is not null))
            : actions.Append(RunEventDetail.OfStage(run, stage, isAgain: false));
    }

    /// <summary>Once for each stop, and for the rules of a condition that somebody overrides; actions that are left behind run on.</summary>
    private static IEnumerable<RunEvent> Stops(PipelineDeclaration pipeline, PipelineRun? before, PipelineRun after) => before is { Stop: null } && after.Stop is { } stop
        ? after.Stages.SelectMany(stage => RunningWork.Of(pipeline, after, stage)).Select(work => Stopped(work, stop.Reason ?? NoReason))
        : [.. Overridden(pipeline, before, after).Select(work => Stopped(work, "the condition was overridden"))];

    private static IEnumerable<RunningWork> Overridden(PipelineDeclaration pipeline, PipelineRun? before, PipelineRun after) =>
        from stage in after.Stages
        where stage.Judging is { Status: ConditionExecutionStatus.Overridden } && before?.FindStage(stage.StageName)?.Judging is { Status: ConditionExecutionStatus.InProgress }
        from work in RunningWork.Of(pipeline, after, stage)
        select work;

    private static RunEvent Stopped(RunningWork work, string reason) =>
        new(ActionStop.DetailType, (JsonObject)JsonSerializer.SerializeToNode(work.Stop(reason), SluiceJson.Options)!);
}
