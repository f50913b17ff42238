using System.Text.Json.Nodes;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Narration;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class LiveNewsTests
{
    private LiveState _state = LiveState.Empty;

    [Fact]
    public void Follows_the_stages_of_a_run_until_it_ends()
    {
        Pipeline("STARTED");
        Action("Build", "STARTED", second: 2);
        Action("Build", "STARTED", second: 3, action: "Tests");
        Action("Build", "SUCCEEDED", second: 4);
        Run.Stages.ShouldHaveSingleItem().Took.ShouldBeNull();
        Action("Build", "SUCCEEDED", second: 7, action: "Tests");
        Action("Deploy", "STARTED", second: 8);
        Action("Deploy", "FAILED", second: 9);

        Run.Stages.Select(stage => (stage.Name, stage.Took?.TotalSeconds, stage.HasFailed)).ShouldBe([("Build", 5, false), ("Deploy", 1, true)]);
        Pipeline("FAILED");
        _state.Runs.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_up_a_run_in_its_middle()
    {
        Action("Deploy", "STARTED", second: 1);
        Run.Name.ShouldBe("hello");
    }

    [Fact]
    public void Knows_how_long_a_split_is_watched_and_that_it_waits_for_more_requests()
    {
        See("Sluice Traffic Shifted", """{"weights": {"1": 0.9, "2": 0.1}, "watchSeconds": 30, "functionName": "fn", "alias": "live", "pipelineExecutionId": "e1", "application": "hello"}""", second: 10);
        Run.Traffic!.Until.ShouldBe(TimeSpan.FromSeconds(40));
        Run.Traffic.Shares.ShouldBe([new LiveShare("version 1", 0.9m), new LiveShare("version 2", 0.1m)]);

        See("Sluice Deployment Judged", """{"why": "2 of the 5 requests", "waitSeconds": 60, "pipelineExecutionId": "e1", "application": "hello"}""", second: 40);
        Run.Traffic!.Until.ShouldBe(TimeSpan.FromSeconds(100));
        Run.Waits.ShouldBe("2 of the 5 requests");
    }

    [Fact]
    public void Shows_a_deployment_of_no_pipeline_by_whose_traffic_it_moves_until_it_ends()
    {
        const string Subject = """ "functionName": "fn", "alias": "live", "deploymentId": "d-1", "creator": "user" """;
        See("CodeDeploy Deployment State-change Notification", $$"""{"state": "START", {{Subject}}}""", 0);
        Run.Name.ShouldBe("fn:live");
        See("CodeDeploy Deployment State-change Notification", $$"""{"state": "READY", "message": "waits until noon", {{Subject}}}""", 0);
        Run.Waits.ShouldBe("waits until noon");
        See("Sluice Traffic Shifted", $$"""{"weights": {"2": 1}, {{Subject}}}""", 1);
        (Run.Waits, Run.Traffic!.Until).ShouldBe((null, null));

        See("CodeDeploy Deployment State-change Notification", $$"""{"state": "SUCCESS", "outcome": "Succeeded", {{Subject}}}""", 0);
        _state.Runs.ShouldBeEmpty();
    }

    [Fact]
    public void The_record_of_a_rollback_is_nothing_that_goes_on()
    {
        See("CodeDeploy Deployment State-change Notification", """{"state": "START", "functionName": "fn", "alias": "live", "deploymentId": "d-2", "creator": "codeDeployRollback"}""", 0);
        _state.Runs.ShouldBeEmpty();
    }

    private LiveRun Run => _state.Runs.ShouldHaveSingleItem();

    private void Pipeline(string state) => See("CodePipeline Pipeline Execution State Change", $$"""{"pipeline": "hello", "execution-id": "e1", "state": "{{state}}"}""", 0);

    private void Action(string stage, string state, int second, string? action = null) =>
        See("CodePipeline Action Execution State Change", $$"""{"pipeline": "hello", "execution-id": "e1", "stage": "{{stage}}", "action": "{{action ?? stage}}", "state": "{{state}}"}""", second);

    private void See(string type, string detail, int second) =>
        _state = LiveNews.See(_state, new JsonObject { ["detail-type"] = type, ["detail"] = JsonNode.Parse(detail) }, TimeSpan.FromSeconds(second));
}
