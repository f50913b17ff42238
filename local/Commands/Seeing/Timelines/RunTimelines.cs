using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Where the time of a run went.</summary>
internal static class RunTimelines
{
    public static RunTimeline Of(SeenRun run, DateTimeOffset now)
    {
        var start = run.Summary.StartTime ?? now;
        var end = RunTexts.IsGoing(run.Summary) ? now : run.Summary.LastUpdateTime ?? now;
        var stages = Names(run).Select(name => Stage(run, name, end)).ToList();
        var parts = stages.SelectMany(stage => stage.Parts.Concat(stage.Actions.SelectMany(action => action.Parts))).ToList();
        return new RunTimeline(
            run.Execution.PipelineName!, run.Execution.PipelineExecutionId!, run.Execution.Status?.ToString(), start, end, TimelineShares.SecondsOf(end - start), TimelineShares.Of(start, end, parts), stages);
    }

    // A suite that does not tell of stages tells of actions.
    private static IEnumerable<string> Names(SeenRun run) => (run.Execution.Stages ?? []).Select(stage => stage.StageName).OfType<string>().Concat(run.Actions.Select(action => action.StageName!)).Distinct();

    private static StageTimeline Stage(SeenRun run, string name, DateTimeOffset end)
    {
        var times = run.Execution.Stages?.FirstOrDefault(stage => stage.StageName == name);
        var actions = run.Actions.Where(action => action.StageName == name).Select(action => Action(run, action, end)).ToList();
        var rules = run.Rules.Where(rule => rule.StageName == name && rule.StartTime is not null).Select(rule => Rule(rule, end)).ToList();
        var earliest = actions.Select(action => action.StartTime).Concat(rules.Select(rule => rule.StartTime)).DefaultIfEmpty(times?.ArrivedTime ?? end).Min();
        // Of a stage that was retried the door is that of the last time.
        var arrived = times?.ArrivedTime is { } told && told < earliest ? told : earliest;
        var left = times is null ? actions.Select(action => action.EndTime).DefaultIfEmpty(end).Max() : times.EndTime ?? end;
        List<TimelinePart> parts = [.. Door(times, left), .. rules];
        return new StageTimeline(
            name, times?.Status?.ToString(), arrived, times?.EnteredTime, left, TimelineShares.SecondsOf(left - arrived), TimelineShares.Of(arrived, left, [.. parts, .. actions.SelectMany(action => action.Parts)]), parts, actions);
    }

    private static IEnumerable<TimelinePart> Door(StageTimes? times, DateTimeOffset left) => times?.ArrivedTime is { } arrived && (times.EnteredTime ?? left) is var entered && entered > arrived
        ? [new TimelinePart(TimelineKind.Waiting, times.WaitedFor == StageWait.Transition ? "transition" : "stage", arrived, entered)]
        : [];

    private static ActionTimeline Action(SeenRun run, ActionExecutionDetail action, DateTimeOffset now)
    {
        var end = RunActions.IsGoing(action) ? now : action.LastUpdateTime ?? now;
        var start = action.StartTime ?? end;
        var parts = ActionParts.Of(action, end, run);
        return new ActionTimeline(action.ActionName!, action.Status?.ToString(), start, end, TimelineShares.SecondsOf(end - start), TimelineShares.Of(start, end, parts), parts);
    }

    private static TimelinePart Rule(RuleExecutionDetail rule, DateTimeOffset now)
    {
        var end = rule.Status == RuleExecutionStatus.InProgress ? now : rule.LastUpdateTime ?? now;
        return rule.Input?.RuleTypeId?.Provider switch
        {
            "DeploymentWindow" => new TimelinePart(TimelineKind.Waiting, "window", rule.StartTime!.Value, end),
            "CloudWatchAlarm" => new TimelinePart(TimelineKind.Waiting, "alarm", rule.StartTime!.Value, end),
            _ => new TimelinePart(TimelineKind.Running, rule.RuleName, rule.StartTime!.Value, end),
        };
    }
}
