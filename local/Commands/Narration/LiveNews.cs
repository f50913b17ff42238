using System.Text.Json.Nodes;
using Sluice.Local.Commands.Live;

namespace Sluice.Local.Commands.Narration;

/// <summary>What an event changes in what goes on.</summary>
internal static class LiveNews
{
    private static readonly HashSet<string> GoesOn = ["STARTED", "RESUMED", "STOPPING"];

    /// <param name="state">Before it.</param>
    /// <param name="happened">An event of the buses.</param>
    /// <param name="now">Since the view began.</param>
    public static LiveState See(LiveState state, JsonObject happened, TimeSpan now)
    {
        var detail = (JsonObject)happened["detail"]!;
        return (string)happened["detail-type"]! switch
        {
            "CodePipeline Pipeline Execution State Change" => Pipeline(state, detail),
            "CodePipeline Action Execution State Change" => state.With(Text(detail, "execution-id"), Text(detail, "pipeline"), run => Action(run, detail, now)),
            "CodeDeploy Deployment State-change Notification" when Text(detail, "creator") != "codeDeployRollback" => Deployment(state, detail),
            "Sluice Traffic Shifted" => OfDeployment(state, detail, run => run with { Traffic = Traffic(detail, now), Waits = null }),
            "Sluice Deployment Judged" when (int?)detail["waitSeconds"] is { } seconds => OfDeployment(
                state, detail, run => run with { Traffic = run.Traffic is { } traffic ? traffic with { Until = now + TimeSpan.FromSeconds(seconds) } : null, Waits = Text(detail, "why") }),
            _ => state,
        };
    }

    private static LiveState Pipeline(LiveState state, JsonObject detail) => GoesOn.Contains(Text(detail, "state"))
        ? state.With(Text(detail, "execution-id"), Text(detail, "pipeline"), run => run)
        : state.Without(Text(detail, "execution-id"));

    private static LiveRun Action(LiveRun run, JsonObject detail, TimeSpan now)
    {
        var (name, action, state) = (Text(detail, "stage"), Text(detail, "action"), Text(detail, "state"));
        var index = run.Stages.FindIndex(stage => stage.Name == name);
        var stage = index < 0 ? new LiveStage(name, now) : run.Stages[index];
        var going = state == "STARTED" ? stage.Going.Add(action) : stage.Going.Remove(action);
        var changed = stage with { Going = going, Took = going.IsEmpty ? now - stage.Began : null, HasFailed = state == "FAILED" || (stage.HasFailed && state != "STARTED") };
        return run with { Stages = index < 0 ? run.Stages.Add(changed) : run.Stages.SetItem(index, changed), BuildLine = null };
    }

    private static LiveState Deployment(LiveState state, JsonObject detail) => detail["outcome"] is null
        ? OfDeployment(state, detail, run => run with { Waits = Text(detail, "state") == "READY" ? Text(detail, "message") : null })
        : detail["pipelineExecutionId"] is null ? state.Without(Text(detail, "deploymentId"))
        : state.Runs.Exists(run => run.Id == Text(detail, "pipelineExecutionId")) ? OfDeployment(state, detail, run => run with { Traffic = null, Waits = null })
        : state;

    private static LiveState OfDeployment(LiveState state, JsonObject detail, Func<LiveRun, LiveRun> change) => detail["pipelineExecutionId"] is { } execution
        ? state.With(execution.ToString(), Text(detail, "application"), change)
        : state.With(Text(detail, "deploymentId"), TrafficText.Subject(detail), change);

    private static LiveTraffic Traffic(JsonObject detail, TimeSpan now) =>
        new(TrafficText.Shares(detail), (int?)detail["watchSeconds"] is > 0 and var seconds ? now + TimeSpan.FromSeconds(seconds) : null);

    private static string Text(JsonObject detail, string name) => detail[name]?.ToString() ?? "";
}
