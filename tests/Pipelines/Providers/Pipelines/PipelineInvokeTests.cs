using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Pipelines;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Providers.Pipelines;

public sealed class PipelineInvokeTests
{
    [Fact]
    public void Another_pipeline_is_started_with_variables_and_revisions_and_not_waited_for() => Play([], async (host, request) =>
    {
        var revision = Documents.Commit(2);
        request = request with
        {
            Configuration = new Dictionary<string, string>(request.Configuration)
            {
                ["Variables"] = """[{"name":"STAGE","value":"prod"}]""", ["SourceRevisions"] = $$"""[{"actionName":"Checkout","revisionType":"COMMIT_ID","revisionValue":"{{revision}}"}]""",
            },
        };

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        var run = await host.Suite.RunAsync(result.OutputVariables!["PipelineExecutionId"], "other");
        (run.Variables["STAGE"], run.SourceRevisions.Single().RevisionId, result.ExternalExecutionId).ShouldBe(("prod", revision, run.PipelineExecutionId));
        run.Trigger.TriggerDetail.ShouldBe($"arn:aws:codepipeline:us-east-1:123456789012:app/{request.PipelineExecutionId}");
    });

    [Theory]
    [InlineData(PipelineExecutionStatus.Succeeded, ActionStatus.Succeeded)]
    [InlineData(PipelineExecutionStatus.Failed, ActionStatus.Failed)]
    [InlineData(PipelineExecutionStatus.Stopped, ActionStatus.Failed)]
    public void With_a_wait_it_ends_as_the_run_does_and_its_event_wakes_it(PipelineExecutionStatus status, ActionStatus expected) => Play(Waiting, async (host, request) =>
    {
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromMinutes(7), host.Time);
        host.Result.ShouldBeNull();
        var id = await OtherRunAsync(host);
        await host.Suite.Get<WakeInvokingActions>().RunAsync(new RunEnded(new RunEndedDetail(id)));
        await Task.Delay(TimeSpan.FromMinutes(1), host.Time);
        host.Result.ShouldBeNull();

        await EndAsync(host, id, status);
        await host.Suite.Get<WakeInvokingActions>().RunAsync(new RunEnded(new RunEndedDetail(id)));
        await Task.Delay(TimeSpan.FromSeconds(1), host.Time);

        host.Result!.Status.ShouldBe(expected);
        host.Executions.Single().Path.ShouldBe(
        [
            "Advance", "WhichCall", "Advance", "WhichCall", "Park", "Advance", "WhichCall", "Advance", "WhichCall", "Park", "Advance", "WhichCall",
            "Advance", "WhichCall", "Ended",
        ]);
    });

    [Fact]
    public void An_event_that_comes_before_the_machine_waits_is_not_missed() => Play(Waiting, async (host, request) =>
    {
        host.Before = async (function, _) =>
        {
            if (function == "ParkAction")
            {
                var id = await OtherRunAsync(host);
                await EndAsync(host, id, PipelineExecutionStatus.Succeeded);
                await host.Suite.Get<WakeInvokingActions>().RunAsync(new RunEnded(new RunEndedDetail(id)));
            }
        };
        var begun = host.Time.GetUtcNow();
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
        (host.Time.GetUtcNow() - begun).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    });

    [Fact]
    public void A_lost_event_costs_an_hour_at_most() => Play(Waiting, async (host, request) =>
    {
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromSeconds(5), host.Time);
        await EndAsync(host, await OtherRunAsync(host), PipelineExecutionStatus.Succeeded);
        (await host.EndAsync()).Status.ShouldBe(ActionStatus.Succeeded);
    });

    [Fact]
    public void A_stop_leaves_the_other_run() => Play(Waiting, async (host, request) =>
    {
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromSeconds(5), host.Time);
        await host.StopAsync();
        var id = await OtherRunAsync(host);
        (await host.EndAsync()).Message.ShouldBe($"Stopped: enough. The execution {id} of 'other' goes on.");
    });

    [Fact]
    public void A_circle_of_pipelines_is_refused() => Play([], async (host, request) =>
    {
        var first = await host.RunAsync(request);
        var back = request with
        {
            ActionExecutionId = "0a1b2c3d-0000-0000-0000-000000000002", PipelineName = "other", PipelineExecutionId = first.OutputVariables!["PipelineExecutionId"],
            Configuration = new Dictionary<string, string> { ["PipelineName"] = "app" }, TaskToken = ActionHost.Token,
        };

        var result = await host.RunAsync(back);

        (result.Status, result.Message).ShouldBe((ActionStatus.Failed, "'app' would start itself: app starts other starts app."));
    });

    [Fact]
    public void A_pipeline_that_is_not_there_is_named() => Play(new() { ["PipelineName"] = "none" }, async (host, request) =>
        (await host.RunAsync(request)).Message!.ShouldStartWith("'none' was not started. "));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_run_is_started_wherever_a_function_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            Play([], async (host, request) =>
            {
                host.Crashes.At = host.Crashes.Calls + at;
                host.Crashes.After = after;
                (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
                (await host.Suite.Get<ExecutionViews>().ListAsync("other")).Executions.Count.ShouldBe(1);
                died = host.Crashes.Happened;
            });
        }
    }

    private static Dictionary<string, string> Waiting => new() { ["WaitForCompletion"] = "true" };

    private static async Task<string> OtherRunAsync(ActionHost host) => (await host.Suite.Get<ExecutionViews>().ListAsync("other")).Executions.Single().PipelineExecutionId;

    private static Task EndAsync(ActionHost host, string id, PipelineExecutionStatus status) =>
        host.Suite.Get<PipelineRunStore>().ChangeAsync("other", id, turn => turn.With(turn.Run with { Status = status }), CancellationToken.None);

    private static void Play(Dictionary<string, string> configuration, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost();
        host.Time.Run(async () =>
        {
            await host.Suite.KeepAsync(PipelineText.Begin("other").Stage("Work", PipelineText.Build("Build")).With("variables", System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"STAGE","defaultValue":"dev"}]""")!));
            await scenario(host, await host.RequestAsync("Invoke/CodePipeline", new Dictionary<string, string>(new Dictionary<string, string> { ["PipelineName"] = "other" }.Concat(configuration).GroupBy(pair => pair.Key).Select(same => same.Last()))));
            return true;
        });
    }
}
