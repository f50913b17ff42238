using Sluice.Local.Commands.Seeing;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Tests.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Seeing;

public sealed class StatusWatchTests
{
    [Fact]
    public async Task Tells_what_is_new_once_until_it_is_interrupted()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var looks = 0;
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>
        {
            ["ListPipelines"] = () => """{"pipelines":[{"name":"shop"}]}""",
            ["GetPipeline"] = () => """{"pipeline":{"name":"shop","roleArn":"arn:aws:iam::1:role/r","stages":[]}}""",
            ["ListPipelineExecutions"] = () => $$$"""{"pipelineExecutionSummaries":[{"pipelineExecutionId":"run","status":"{{{(++looks < 3 ? "InProgress" : "Succeeded")}}}","trigger":{"triggerType":"Webhook"}}]}""",
            ["ListActionExecutions"] = () => "{}",
            ["GetPipelineState"] = () =>
            {
                if (looks > 3)
                {
                    interrupt.Cancel();
                }

                return """{"pipelineName":"shop","stageStates":[{"stageName":"Ask","latestExecution":{"pipelineExecutionId":"run","status":"InProgress"}}]}""";
            },
        });
        using var talk = suite.Talk();
        using var output = new StringWriter();

        (await StatusWatch.RunAsync(talk.Talk, "shop", new PlainScreen(output, TimeProvider.System), interrupt.Token)).ShouldBe(0);

        output.ToString().Trim().Split('\n').Select(line => line.Trim()[10..]).ShouldBe(["Run         shop: run run InProgress, Webhook", "Ask         shop: InProgress, run run", "Run         shop: run run Succeeded, Webhook"]);
    }
}
