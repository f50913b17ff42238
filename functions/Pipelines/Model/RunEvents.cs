using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Model;

/// <summary>
/// CodePipeline's events, found by comparing a run's record with what it was: so there is one for every change of a status, and none without. A stop is told to the services of the actions that run, too.
/// </summary>
internal static class RunEvents
{
    private const string Source = "sluice.codepipeline";
    private const string NoReason = "stopped by request";

    /// <summary>In the order in which they happened; <paramref name="before"/> is null for a new run.</summary>
    public static IReadOnlyList<RunEvent> Between(PipelineRun? before, PipelineRun after)
    {
        var events = StageEvents(before, after);
        if (before?.Status != after.Status)
        {
            var changed = RunEventDetail.OfRun(after);
            events = after.Phase == RunPhase.Ended ? events.Append(changed) : events.Prepend(changed);
        }

        return [.. events, .. Stops(before, after)];
    }

    /// <summary>Numbered by how many events the run has had, these among them.</summary>
    public static IEnumerable<SuiteEvent> Stamped(PipelineRun run, IReadOnlyList<RunEvent> events)
    {
        var first = run.Events - events.Count + 1;
        return events.Select((happened, place) => new SuiteEvent(
            $"{run.PipelineExecutionId}-{first + place:D6}", Source, happened.DetailType, (JsonObject)happened.Detail.DeepClone(), run.LastUpdateTime, first + place, happened.Resources));
    }

    private static IEnumerable<RunEvent> StageEvents(PipelineRun? before, PipelineRun after) =>
        after.Stages.SelectMany((stage, place) => Changes(before?.Stages.ElementAtOrDefault(place), stage, after));

    private static IEnumerable<RunEvent> Changes(RunStage? before, RunStage stage, PipelineRun run)
    {
        var actions = stage.Actions
            .Where(action => action.Status != before?.Actions.FirstOrDefault(old => old.ActionExecutionId == action.ActionExecutionId)?.Status)
            .OrderBy(action => action.Status == ActionExecutionStatus.InProgress)
            .Select(action => RunEventDetail.OfAction(run, stage, action));
        return before?.Status == stage.Status ? actions
            : stage.Status == StageExecutionStatus.InProgress ? actions.Prepend(RunEventDetail.OfStage(run, stage))
            : actions.Append(RunEventDetail.OfStage(run, stage));
    }

    /// <summary>Once for each stop; actions that are left behind run on.</summary>
    private static IEnumerable<RunEvent> Stops(PipelineRun? before, PipelineRun after) => before is { Stop: null } && after.Stop is { } stop
        ? after.Running.Select(action => new RunEvent(ActionStop.DetailType, (JsonObject)JsonSerializer.SerializeToNode(StopOf(after, action, stop), SluiceJson.Options)!))
        : [];

    private static ActionStop StopOf(PipelineRun run, RunAction action, StopRequest stop) => new(
        action.ActionTypeId.Provider, run.PipelineName, run.PipelineExecutionId, run.Stage.StageName, action.ActionName, action.ActionExecutionId, stop.Reason ?? NoReason);
}
