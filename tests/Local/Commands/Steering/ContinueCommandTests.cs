using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Steering;
using Sluice.Local.Tests.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Steering;

public sealed class ContinueCommandTests
{
    [Theory]
    [InlineData("""{"deploymentId":"d-1","status":"Ready","startTime":1}""", "READY_WAIT", "d-1 goes on")]
    [InlineData("""{"deploymentId":"d-1","status":"InProgress","startTime":1,"instanceTerminationWaitTimeStarted":true}""", "TERMINATION_WAIT", "d-1 goes on: the original is ended")]
    public async Task A_deployments_wait_is_ended(string deployment, string wait, string says)
    {
        await using var suite = await FakeSuite.StartAsync(Deployments(deployment));
        using var talk = suite.Talk();

        (await ContinueCommand.RunAsync(talk.Talk, "d-1", null, TestContext.Current.CancellationToken)).ShouldBe(0);

        talk.Told.Trim().ShouldBe(says);
        var (operation, input) = suite.Asked[^1];
        (operation, input["deploymentWaitType"]!.GetValue<string>()).ShouldBe(("ContinueDeployment", wait));
    }

    [Fact]
    public async Task The_deployment_of_a_pipelines_run_is_found()
    {
        await using var suite = await FakeSuite.StartAsync(Shop("""{"enabled":true}"""));
        using var talk = suite.Talk();

        await ContinueCommand.RunAsync(talk.Talk, null, null, TestContext.Current.CancellationToken);

        suite.Asked[^1].Operation.ShouldBe("ContinueDeployment");
    }

    [Fact]
    public async Task Several_that_wait_are_listed_and_one_is_named_by_its_stage()
    {
        await using var suite = await FakeSuite.StartAsync(Shop("""{"enabled":false,"disabledReason":"frozen"}"""));
        using var talk = suite.Talk();

        var several = await Should.ThrowAsync<UsageException>(ContinueCommand.RunAsync(talk.Talk, "shop", null, TestContext.Current.CancellationToken));
        await ContinueCommand.RunAsync(talk.Talk, "shop", "Prod", TestContext.Current.CancellationToken);

        several.Message.ShouldBe("Several wait; name one: sluice continue d-1 (deployment of Deploy); sluice continue shop Prod (transition).");
        suite.Asked[^1].Operation.ShouldBe("EnableStageTransition");
        suite.Asked[^1].Input.ToJsonString().ShouldBe("""{"pipelineName":"shop","stageName":"Prod","transitionType":"Inbound"}""");
        talk.Told.Trim().ShouldBe("shop: runs come into Prod again");
    }

    [Fact]
    public async Task Where_nothing_waits_it_is_refused()
    {
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>(Shop("""{"enabled":true}""")) { ["ListDeployments"] = () => "{}" });
        using var talk = suite.Talk();

        (await Should.ThrowAsync<RefusedException>(ContinueCommand.RunAsync(talk.Talk, "shop", null, TestContext.Current.CancellationToken))).Message.ShouldBe("Nothing of shop waits to be continued.");
    }

    private static Dictionary<string, Func<string>> Deployments(string deployment) => new()
    {
        ["GetDeployment"] = () => $$"""{"deploymentInfo":{{deployment}}}""",
        ["ListDeploymentTargets"] = () => "{}",
        ["ContinueDeployment"] = () => "",
    };

    private static Dictionary<string, Func<string>> Shop(string transition) =>
        new(Deployments("""{"deploymentId":"d-1","status":"Ready","startTime":1,"deploymentGroupName":"Deploy","externalId":"run"}"""))
        {
            ["ListPipelines"] = () => """{"pipelines":[{"name":"shop"}]}""",
            ["GetPipeline"] = () => """{"pipeline":{"name":"shop","roleArn":"arn:aws:iam::1:role/r","stages":[]}}""",
            ["GetPipelineState"] = () => $$"""{"pipelineName":"shop","stageStates":[{"stageName":"Deploy"},{"stageName":"Prod","inboundTransitionState":{{transition}}}]}""",
            ["ListPipelineExecutions"] = () => """{"pipelineExecutionSummaries":[{"pipelineExecutionId":"run","status":"InProgress"}]}""",
            ["ListActionExecutions"] = () => """{"actionExecutionDetails":[{"pipelineExecutionId":"run","stageName":"Deploy","actionName":"Shift","status":"InProgress","input":{"actionTypeId":{"category":"Deploy","owner":"AWS","provider":"Lambda","version":"1"}}}]}""",
            ["ListDeployments"] = () => """{"deployments":["d-1"]}""",
            ["EnableStageTransition"] = () => "{}",
        };
}
