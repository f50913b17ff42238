using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Live;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>What goes on in pipelines as a screen shows it in place.</summary>
internal static class LiveViews
{
    /// <param name="views">What was seen.</param>
    /// <param name="began">When the view began.</param>
    public static LiveState Of(IReadOnlyList<PipelineView> views, DateTimeOffset began) => new(views.Count > 1)
    {
        Runs = [.. views.SelectMany(view => view.PipelineExecutionSummaries.Where(RunTexts.IsGoing).Reverse().Select(run => Run(view, run, began)))],
    };

    private static LiveRun Run(PipelineView view, PipelineExecutionSummary run, DateTimeOffset began)
    {
        var actions = view.ActionExecutionDetails.Where(action => action.PipelineExecutionId == run.PipelineExecutionId).ToList();
        var target = view.Deployments.Where(deployment => deployment.DeploymentInfo.ExternalId == run.PipelineExecutionId).SelectMany(deployment => deployment.DeploymentTargets).FirstOrDefault();
        return new LiveRun(run.PipelineExecutionId!, $"{view.State.PipelineName} {ShortIds.Of(run.PipelineExecutionId!)}")
        {
            Stages = [.. actions.GroupBy(action => action.StageName!).Select(stage => Stage(stage, began))],
            Traffic = target is not null && Split.Of(target) is { Count: > 0 } shares ? new LiveTraffic(shares, Until: null) : null,
            Waits = Waits(view, run),
        };
    }

    // Of an action that was tried again the last try counts.
    private static LiveStage Stage(IGrouping<string, ActionExecutionDetail> actions, DateTimeOffset began)
    {
        var (first, last) = (actions.Min(action => action.StartTime)!.Value, actions.Max(action => action.LastUpdateTime)!.Value);
        var latest = actions.GroupBy(action => action.ActionName!).Select(tries => tries.Last()).ToList();
        return new LiveStage(actions.Key, first - began)
        {
            Going = [.. latest.Where(RunActions.IsGoing).Select(action => action.ActionName!)],
            Took = latest.Exists(RunActions.IsGoing) ? null : last - first,
            HasFailed = latest.Exists(action => action.Status == ActionExecutionStatus.Failed),
        };
    }

    private static string? Waits(PipelineView view, PipelineExecutionSummary run) =>
        view.Approvals.FirstOrDefault(approval => approval.PipelineExecutionId == run.PipelineExecutionId) is { } approval ? $"{approval.ActionName} waits for approval: {approval.CustomData}".TrimEnd(' ', ':')
        : view.Deployments.Where(deployment => deployment.DeploymentInfo.ExternalId == run.PipelineExecutionId).SelectMany(deployment => deployment.DeploymentInfo.DeploymentStatusMessages ?? []).FirstOrDefault() is { } says ? says
        : view.State.StageStates?.FirstOrDefault(stage => stage.InboundExecutions?.Any(inbound => inbound.PipelineExecutionId == run.PipelineExecutionId) == true) is { } door ? Door(door)
        : null;

    private static string Door(StageState stage) => stage.InboundTransitionState is { Enabled: false } closed
        ? $"waits before {stage.StageName}: the transition is disabled ({closed.DisabledReason})"
        : $"waits before {stage.StageName}, which run {ShortIds.Of(stage.LatestExecution?.PipelineExecutionId ?? "")} holds";
}
