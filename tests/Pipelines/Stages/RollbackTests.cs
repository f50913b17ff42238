using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class RollbackTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private static PipelineText Text(string onFailure = """{"result":"ROLLBACK"}""") => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile", outputs: "Package", @namespace: "build"))
        .Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Package", configuration: new() { ["Tag"] = "#{build.TAG} #{variables.Color}" })).On("onFailure", onFailure)
        .With("variables", System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"Color","defaultValue":"blue"}]""")!);

    private async Task<Run> ToDeployAsync(int number)
    {
        var run = await Run.StartAsync(_suite, number);
        await run.AskAsync();
        var build = await run.GoOnAsync();
        await run.AskAsync(build!.Step, Run.Success(build.Actions[0]) with
        {
            OutputVariables = new Dictionary<string, string> { ["TAG"] = $"v{number}" },
            OutputArtifacts = new Dictionary<string, Platform.Objects.ObjectRef> { ["Package"] = new("sluice-artifacts", $"package-{number}") },
        });
        return run;
    }

    private async Task<PipelineRun> RollbackOfAsync() => (await _suite.Get<PipelineRunStore>().ListAsync("app", null, 100, CancellationToken.None)).Runs.Single(run => run.Type == ExecutionType.ROLLBACK);

    [Fact]
    public async Task A_failed_stage_is_made_again_as_the_last_good_run_left_it_with_its_artifacts_and_variables()
    {
        await _suite.KeepAsync(Text());
        var good = await ToDeployAsync(1);
        (await good.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        var bad = await ToDeployAsync(2);
        (await bad.FailAsync("alarm"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        var rollback = await RollbackOfAsync();
        var run = new Run(_suite, rollback.PipelineExecutionId);
        var order = (await run.AskAsync())!.Actions.Single();

        (order.ActionName, order.Configuration["Tag"], order.InputArtifacts["Package"].Key).ShouldBe(("Shift", "v1 blue", "package-1"));
        (rollback.Trigger.TriggerType, rollback.Rollback!.Target).ShouldBe((TriggerType.AutomatedRollback, good.Id));
        (await run.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        (await _suite.RunAsync(run.Id)).Stages.Select(stage => stage.StageName).ShouldBe(["Deploy"]);
    }

    [Fact]
    public async Task A_dead_machine_that_asks_again_starts_no_second_rollback()
    {
        await _suite.KeepAsync(Text());
        await (await ToDeployAsync(1)).GoOnAsync();
        var bad = await ToDeployAsync(2);
        await bad.FailAsync("alarm");
        await bad.AskAsync(bad.Answer!.Step);

        await RollbackOfAsync();
    }

    [Fact]
    public async Task A_rollback_that_fails_is_not_rolled_back()
    {
        await _suite.KeepAsync(Text());
        await (await ToDeployAsync(1)).GoOnAsync();
        await (await ToDeployAsync(2)).FailAsync("alarm");
        var run = new Run(_suite, (await RollbackOfAsync()).PipelineExecutionId);
        await run.AskAsync();

        (await run.FailAsync("again"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        await RollbackOfAsync();
    }

    [Fact]
    public async Task The_first_run_has_nothing_to_go_back_to_and_says_so()
    {
        await _suite.KeepAsync(Text());
        var bad = await ToDeployAsync(1);

        (await bad.FailAsync("alarm"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        (await _suite.RunAsync(bad.Id)).Message!.ShouldContain("no earlier run");
    }

    [Fact]
    public async Task By_hand_to_any_run_that_succeeded_also_after_the_pipeline_has_changed()
    {
        await _suite.KeepAsync(Text());
        var first = await ToDeployAsync(1);
        await first.GoOnAsync();
        await (await ToDeployAsync(2)).GoOnAsync();
        await _suite.KeepAsync(Text().Stage("After", PipelineText.Build("Smoke")), version: 2);
        var pipeline = (await _suite.Get<PipelineStore>().FindAsync("app", CancellationToken.None))!.Value.Pipeline;

        await _suite.Get<Rollbacks>().StartAsync(pipeline, new RollbackPlan("Deploy", first.Id), "ann", CancellationToken.None);

        var run = new Run(_suite, (await RollbackOfAsync()).PipelineExecutionId);
        (await run.AskAsync())!.Actions.Single().InputArtifacts["Package"].Key.ShouldBe("package-1");
        (await run.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Theory]
    [InlineData("Source", "it holds the sources")]
    [InlineData("After", "has not succeeded in it")]
    public async Task Where_it_cannot_be_is_said(string stage, string why)
    {
        await _suite.KeepAsync(Text());
        var first = await ToDeployAsync(1);
        await first.GoOnAsync();
        await _suite.KeepAsync(Text().Stage("After", PipelineText.Build("Smoke")), version: 2);
        var pipeline = (await _suite.Get<PipelineStore>().FindAsync("app", CancellationToken.None))!.Value.Pipeline;

        (await Should.ThrowAsync<UnableToRollbackStageException>(() => _suite.Get<Rollbacks>().StartAsync(pipeline, new RollbackPlan(stage, first.Id), "ann", CancellationToken.None))).Message.ShouldContain(why);
    }

    [Fact]
    public async Task A_stage_that_takes_now_what_the_run_has_not_made_cannot_be_rolled_back()
    {
        await _suite.KeepAsync(Text());
        var first = await ToDeployAsync(1);
        await first.GoOnAsync();
        await _suite.KeepAsync(
            PipelineText.Begin().Stage("Build", PipelineText.Build("Compile", outputs: "Bundle")).Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Bundle")),
            version: 2);
        var pipeline = (await _suite.Get<PipelineStore>().FindAsync("app", CancellationToken.None))!.Value.Pipeline;

        (await Should.ThrowAsync<PipelineExecutionOutdatedException>(() => _suite.Get<Rollbacks>().StartAsync(pipeline, new RollbackPlan("Deploy", first.Id), "ann", CancellationToken.None))).Message.ShouldContain("Bundle");
    }
}
