using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class ConditionTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private static string Check(string value, string result, string @operator = "EQ") =>
        $$$"""{"conditions":[{"result":"{{{result}}}","rules":[{"name":"Color","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"VariableCheck","version":"1"},"configuration":{"Variable":"#{variables.Color}","Value":"{{{value}}}","Operator":"{{{@operator}}}"}}]}]}""";

    private static string Alarm(string result) =>
        $$$"""{"conditions":[{"result":"{{{result}}}","rules":[{"name":"Quiet","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"CloudWatchAlarm","version":"1"},"configuration":{"AlarmName":"errors","WaitTime":"5"}}]}]}""";

    private static PipelineText Text(string member, string condition) => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile")).On(member, condition)
        .With("variables", System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"Color","defaultValue":"blue"}]""")!);

    private async Task<Run> AtBuildAsync(int number = 1)
    {
        var run = await Run.StartAsync(_suite, number);
        await run.AskAsync();
        await run.GoOnAsync();
        return run;
    }

    private async Task<RunStage> StageAsync(Run run) => (await _suite.RunAsync(run.Id)).FindStage("Build")!;

    private Task OverrideAsync(Run run, ConditionType type) => _suite.Get<StageChanges>().ChangeAsync(
        "app", "Build", run.Id, turn => ConditionOverride.Decide(turn, "Build", type), missing => new ConditionNotOverridableException("Build", missing), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_stage_whose_entry_condition_is_met_is_entered_at_once()
    {
        await _suite.KeepAsync(Text("beforeEntry", Check("blue", "FAIL")));

        (await AtBuildAsync()).Answer!.Actions.Single().ActionName.ShouldBe("Compile");
    }

    [Theory]
    [InlineData("SKIP", PipelineExecutionStatus.Succeeded, StageExecutionStatus.Skipped)]
    [InlineData("FAIL", PipelineExecutionStatus.Failed, StageExecutionStatus.Failed)]
    public async Task A_result_is_what_happens_when_a_rule_is_not_kept(string result, PipelineExecutionStatus run, StageExecutionStatus stage)
    {
        await _suite.KeepAsync(Text("beforeEntry", Check("red", result)));

        var at = await AtBuildAsync();

        (at.Answer!.Next, at.Answer.Status).ShouldBe((NextStageBranch.Ended, run));
        var left = await StageAsync(at);
        (left.Status, left.BeforeEntry!.Status, left.BeforeEntry.Rules.Single().Message).ShouldBe((stage, ConditionExecutionStatus.Failed, "'blue' EQ 'red'"));
    }

    [Fact]
    public async Task A_rule_that_a_service_judges_is_handed_out_like_an_action()
    {
        await _suite.KeepAsync(Text("beforeEntry", Alarm("FAIL")));
        var run = await AtBuildAsync();
        var rule = run.Answer!.Actions.Single();

        (rule.Category, rule.Provider, rule.ActionName, rule.Configuration["AlarmName"]).ShouldBe(("Rule", "CloudWatchAlarm", "Quiet", "errors"));
        (await run.GoOnAsync())!.Actions.Single().ActionName.ShouldBe("Compile");
    }

    [Fact]
    public async Task A_success_condition_that_is_not_met_fails_the_stage()
    {
        await _suite.KeepAsync(Text("onSuccess", Alarm("FAIL")));
        var run = await AtBuildAsync();
        (await run.GoOnAsync())!.Actions.Single().ActionName.ShouldBe("Quiet");

        (await run.FailAsync("the alarm fired"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        (await _suite.RunAsync(run.Id)).Message.ShouldBe("Build: the condition on success is not met. Quiet: the alarm fired");
    }

    [Fact]
    public async Task A_failure_condition_rolls_back_when_it_is_not_met_and_only_then()
    {
        await _suite.KeepAsync(Text("onFailure", Check("green", "ROLLBACK")));
        await (await AtBuildAsync()).GoOnAsync();
        await (await AtBuildAsync(2)).FailAsync("broken");

        (await _suite.Get<PipelineRunStore>().ListAsync("app", null, 10, CancellationToken.None)).Runs.Count(run => run.Type == ExecutionType.ROLLBACK).ShouldBe(1);
        await _suite.KeepAsync(Text("onFailure", Check("blue", "ROLLBACK")), version: 2);
        await (await AtBuildAsync(3)).FailAsync("broken");
        (await _suite.Get<PipelineRunStore>().ListAsync("app", null, 10, CancellationToken.None)).Runs.Count(run => run.Type == ExecutionType.ROLLBACK).ShouldBe(1);
    }

    [Fact]
    public async Task An_override_of_a_condition_that_is_judged_lets_the_stage_go_on_and_stops_its_rules()
    {
        await _suite.KeepAsync(Text("beforeEntry", Alarm("FAIL")));
        var run = await AtBuildAsync();

        await OverrideAsync(run, ConditionType.BEFORE_ENTRY);

        (await _suite.EventsAsync()).Single(told => told.DetailType == "Sluice Action Stop Requested").Detail["actionName"]!.ToString().ShouldBe("Quiet");
        (await run.FailAsync("stopped"))!.Actions.Single().ActionName.ShouldBe("Compile");
        (await StageAsync(run)).BeforeEntry!.Status.ShouldBe(ConditionExecutionStatus.Overridden);
    }

    [Theory]
    [InlineData("beforeEntry", ConditionType.BEFORE_ENTRY, "Compile")]
    [InlineData("onSuccess", ConditionType.ON_SUCCESS, null)]
    public async Task An_override_of_a_condition_that_failed_the_stage_lets_the_run_go_on(string member, ConditionType type, string? next)
    {
        await _suite.KeepAsync(Text(member, Check("red", "FAIL")));
        var run = await AtBuildAsync();
        if (type == ConditionType.ON_SUCCESS)
        {
            await run.GoOnAsync();
        }

        (await _suite.RunAsync(run.Id)).Status.ShouldBe(PipelineExecutionStatus.Failed);
        await OverrideAsync(run, type);
        var answer = await run.On(2).AskAsync();

        answer!.Actions.Select(action => action.ActionName).ShouldBe(next is null ? [] : [next]);
        (answer.Status == PipelineExecutionStatus.Succeeded).ShouldBe(next is null);
    }

    [Fact]
    public async Task What_holds_nobody_up_cannot_be_overridden()
    {
        await _suite.KeepAsync(Text("beforeEntry", Check("blue", "FAIL")));
        var run = await AtBuildAsync();

        (await Should.ThrowAsync<ConditionNotOverridableException>(() => OverrideAsync(run, ConditionType.BEFORE_ENTRY))).Message.ShouldContain("Succeeded");
        await Should.ThrowAsync<ConditionNotOverridableException>(() => OverrideAsync(run, ConditionType.ON_SUCCESS));
    }

    [Fact]
    public async Task A_retry_of_a_stage_that_its_entry_condition_failed_asks_the_condition_again()
    {
        await _suite.KeepAsync(Text("beforeEntry", Alarm("FAIL")));
        var run = await AtBuildAsync();
        await run.FailAsync("alarm");

        await _suite.Get<StageChanges>().ChangeAsync("app", "Build", run.Id, turn => StageRetry.Decide(turn, "Build", StageRetryMode.FAILED_ACTIONS), missing => new StageNotRetryableException("Build", missing), TestContext.Current.CancellationToken);

        (await run.On(2).AskAsync())!.Actions.Single().ActionName.ShouldBe("Quiet");
    }

    [Fact]
    public async Task A_stop_while_a_condition_is_judged_stops_its_rules_and_then_the_run()
    {
        await _suite.KeepAsync(Text("beforeEntry", Alarm("FAIL")));
        var run = await AtBuildAsync();

        (await _suite.Get<ExecutionStops>().StopAsync(new StopRequestInput("app", run.Id), TestContext.Current.CancellationToken)).Single().ActionName.ShouldBe("Quiet");

        (await run.FailAsync("stopped"))!.Status.ShouldBe(PipelineExecutionStatus.Stopped);
    }
}
