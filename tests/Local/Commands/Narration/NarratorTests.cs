using System.Text.Json.Nodes;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class NarratorTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly Narrator _narrator;

    public NarratorTests() => _narrator = new Narrator(new PlainScreen(_output, new VirtualTime()));

    [Fact]
    public void Tells_why_a_deployment_ended_once()
    {
        Tell("CodeDeploy Deployment State-change Notification", """{"state": "FAILURE", "outcome": "RolledBack", "message": "the alarm fired"}""");
        Tell("CodePipeline Action Execution State Change", Action("Deploy", "FAILED", "the alarm fired"));
        Lines().ShouldHaveSingleItem().ShouldEndWith("Deploy      RolledBack: the alarm fired");
    }

    [Fact]
    public void Tells_of_an_action_that_was_refused_without_a_deployment()
    {
        Tell("CodePipeline Action Execution State Change", Action("Deploy", "FAILED", "appspec.yml:3: no Name"));
        Lines().ShouldHaveSingleItem().ShouldEndWith("Deploy      failed: appspec.yml:3: no Name");
    }

    [Fact]
    public void Tells_that_a_build_waits_and_what_a_source_is()
    {
        Tell("Sluice Build Queued", """{"project-name": "shop", "message": "waits for a build to end: 2 of 2 run"}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Build       waits for a build to end: 2 of 2 run");
    }

    [Fact]
    public void Shows_how_traffic_is_split()
    {
        Tell("Sluice Traffic Shifted", """{"functionName": "fn", "alias": "live", "weights": {"1": 0.9, "2": 0.1}}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Traffic     fn:live  version 1 90 %  version 2 10 %");
    }

    [Fact]
    public void Shows_the_traffic_of_a_service_by_the_names_of_its_target_groups()
    {
        Tell("CodeDeploy Deployment State-change Notification", """{"state": "START", "cluster": "main", "service": "shop", "deploymentId": "d-1"}""");
        Tell("Sluice Traffic Shifted", """
            {"cluster": "main", "service": "shop", "weights": {
                "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/1": 0.9, "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/2": 0.1}}
            """);
        Lines().Select(line => line[line.IndexOf("  ", StringComparison.Ordinal)..].Trim()).ShouldBe(["Deploy      main/shop, deployment d-1", "Traffic     main/shop  blue 90 %  green 10 %"]);
    }

    [Fact]
    public void Says_what_a_deployment_waits_for()
    {
        Tell("CodeDeploy Deployment State-change Notification", """{"state": "READY", "functionName": "fn", "alias": "live", "deploymentId": "d-1", "message": "waits at 20 %"}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Waiting     fn:live, deployment d-1: waits at 20 %");
    }

    [Fact]
    public void Says_which_deployment_has_ended_if_several_may_go_on_beside_each_other()
    {
        Tell("CodeDeploy Deployment State-change Notification", """{"state": "STOP", "creator": "user", "deploymentId": "d-1", "outcome": "Failed", "message": "no traffic was moved: stopped"}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Deploy      d-1 Failed: no traffic was moved: stopped");
    }

    [Fact]
    public void Tells_of_the_record_of_a_rollback_in_one_line()
    {
        const string Record = """ "creator": "codeDeployRollback", "functionName": "fn", "alias": "live", "deploymentId": "d-2", "message": "Deployment d-1 is rolled back" """;
        Tell("CodeDeploy Deployment State-change Notification", $$"""{"state": "START", {{Record}}}""");
        Tell("CodeDeploy Deployment State-change Notification", $$"""{"state": "SUCCESS", "outcome": "Succeeded", {{Record}}}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Deploy      fn:live, recorded as the rollback d-2");

        Tell("CodeDeploy Deployment State-change Notification", $$"""{"state": "FAILURE", "outcome": "Dirty", {{Record}}}""");
        Lines()[^1].ShouldEndWith("Deploy      fn:live, recorded as the rollback d-2, which is Dirty");
    }

    [Fact]
    public void Tells_how_a_step_was_judged()
    {
        Tell("Sluice Deployment Judged", """{"what": "10 %", "outcome": "Inconclusive", "why": "there is no data of the new version"}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Analysis    10 %: Inconclusive, there is no data of the new version");
    }

    [Theory]
    [InlineData("ALARM", 1)]
    [InlineData("OK", 0)]
    public void Tells_of_an_alarm_that_fires(string state, int lines)
    {
        Tell("CloudWatch Alarm State Change", $$$"""{"alarmName": "a", "state": {"value": "{{{state}}}", "reason": "r"}}""");
        Lines().Length.ShouldBe(lines);
    }

    [Fact]
    public void Tells_a_deployments_own_alarm_once_and_not_in_CloudWatchs_words()
    {
        Tell("CloudWatch Alarm State Change", """{"alarmName": "sluice-d-1", "state": {"value": "ALARM", "reason": "Threshold Crossed"}}""");
        Tell("Sluice Deployment Stop Recorded", """{"deploymentId": "d-1", "cause": "Alarm", "message": "33 % of version 3's requests failed (limit 5 %)"}""");
        Tell("Sluice Deployment Judged", """{"deploymentId": "d-1", "what": "10 %", "outcome": "Fail", "why": "33 % of version 3's requests failed (limit 5 %)", "needed": 5}""");
        Tell("CodeDeploy Deployment State-change Notification", """{"deploymentId": "d-1", "state": "STOP", "outcome": "RolledBack", "message": "fn:live sends 100 % to version 2 again: 33 % of version 3's requests failed (limit 5 %)"}""");
        Lines().Select(line => line[10..]).ShouldBe(["Alarm       33 % of version 3's requests failed (limit 5 %)", "Deploy      RolledBack: fn:live sends 100 % to version 2 again"]);
    }

    [Fact]
    public void Tells_why_a_version_cannot_start_once_and_then_what_it_wrote()
    {
        const string why = "version 2 of fn cannot start: Runtime exited with error: exit status 2";
        Tell("Sluice Deployment Stop Recorded", $$"""{"deploymentId": "d-1", "cause": "Failure", "message": "{{why}}\nbootstrap: Syntax error"}""");
        Tell("CodeDeploy Deployment State-change Notification", $$"""{"deploymentId": "d-1", "state": "FAILURE", "outcome": "Failed", "message": "no traffic was moved: {{why}}\nbootstrap: Syntax error"}""");
        _output.ToString().Split('\n')[..3].Select(line => line.Length > 10 && line[2] == ':' ? line[10..] : line)
            .ShouldBe([$"Stop        {why}", "Deploy      Failed: no traffic was moved", "  bootstrap: Syntax error"]);
    }

    [Fact]
    public void Tells_an_alarm_of_the_users_with_its_reason_once()
    {
        Tell("CloudWatch Alarm State Change", """{"alarmName": "slow", "state": {"value": "ALARM", "reason": "Threshold Crossed"}}""");
        Tell("Sluice Deployment Stop Recorded", """{"deploymentId": "d-1", "cause": "Alarm", "message": "alarm 'slow' is in ALARM (Threshold Crossed)"}""");
        Tell("CodeDeploy Deployment State-change Notification", """{"deploymentId": "d-1", "state": "STOP", "outcome": "RolledBack", "message": "fn:live sends 100 % to version 2 again: alarm 'slow' is in ALARM (Threshold Crossed)"}""");
        Lines().Select(line => line[10..]).ShouldBe(["Alarm       slow fired: Threshold Crossed", "Deploy      RolledBack: fn:live sends 100 % to version 2 again"]);
    }

    [Fact]
    public void Tells_an_alarm_that_fired_before_anybody_looked()
    {
        Tell("Sluice Deployment Stop Recorded", """{"deploymentId": "d-1", "cause": "Alarm", "message": "alarm 'slow' is in ALARM (Threshold Crossed)"}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Alarm       alarm 'slow' is in ALARM (Threshold Crossed)");
    }

    [Fact]
    public void Says_in_the_line_of_a_step_what_its_requests_tell()
    {
        Tell("Sluice Deployment Judged", """{"deploymentId": "d-1", "what": "10 %", "outcome": "Inconclusive", "why": "2 of the 5 requests that are needed came to version 3; it waits up to 1m for more", "needed": 5}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("Step        10 %: 2 of the 5 requests that are needed came to version 3; it waits up to 1m for more");
    }

    [Fact]
    public void Names_the_pipeline_of_every_line_where_several_go_on_beside_each_other()
    {
        var narrator = new Narrator(new PlainScreen(_output, new VirtualTime()), isOneOfMany: true);
        void See(string type, string detail) => narrator.Tell(new JsonObject { ["detail-type"] = type, ["detail"] = JsonNode.Parse(detail) });

        See("Sluice Deployment Judged", """{"application": "shop", "what": "10 %", "outcome": "Pass", "why": "0 of 9 requests to version 2 failed", "needed": 5}""");
        See("Sluice Deployment Stop Recorded", """{"application": "shop", "deploymentId": "d-1", "cause": "Alarm", "message": "20 % failed"}""");
        See("CodeDeploy Deployment State-change Notification", """{"application": "shop", "state": "STOP", "outcome": "RolledBack", "message": "back"}""");
        See("CodePipeline Pipeline Execution State Change", """{"pipeline": "shop", "execution-id": "e1", "state": "SUPERSEDED"}""");
        See("Sluice Build Queued", """{"project-name": "shop", "message": "waits"}""");

        Lines().Length.ShouldBe(5);
        Lines().ShouldAllBe(line => line.Contains("  shop: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_how_long_a_split_is_watched()
    {
        Tell("Sluice Traffic Shifted", """{"functionName": "fn", "alias": "live", "weights": {"1": 0.9, "2": 0.1}, "watchSeconds": 300}""");
        Lines().ShouldHaveSingleItem().ShouldEndWith("version 2 10 %, watched for 5 min 0 s");
    }

    [Fact]
    public void Says_nothing_of_what_nobody_follows()
    {
        Tell("Step Functions Execution Status Change", "{}");
        Lines().ShouldBeEmpty();
    }

    public void Dispose() => _output.Dispose();

    private static string Action(string stage, string state, string summary) =>
        $$$"""{"stage": "{{{stage}}}", "action": "{{{stage}}}", "state": "{{{state}}}", "type": {"category": "{{{stage}}}"}, "execution-result": {"external-execution-summary": "{{{summary}}}"}}""";

    private void Tell(string detailType, string detail) =>
        _narrator.Tell(new JsonObject { ["detail-type"] = detailType, ["detail"] = JsonNode.Parse(detail) });

    private string[] Lines() => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
