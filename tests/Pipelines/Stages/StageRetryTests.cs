using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class StageRetryTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private async Task<Run> FailedAsync(bool lintToo = true)
    {
        await _suite.KeepAsync(PipelineText.Begin()
            .Stage("Build", PipelineText.Build("Compile", outputs: "Package"), PipelineText.Build("Lint"), PipelineText.Build("Verify", runOrder: 2))
            .Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Package")));
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        var build = await run.GoOnAsync();
        await run.AskAsync(build!.Step, [.. build.Actions.Select(action => action.ActionName == "Lint" && lintToo ? new ActionReport { Status = "Failed", Message = "no" } : Run.Success(action))]);
        return run;
    }

    private Task RetryAsync(Run run, StageRetryMode mode, string stage = "Build") => _suite.Get<StageChanges>().ChangeAsync(
        "app", stage, run.Id, turn => StageRetry.Decide(turn, stage, mode), missing => new StageNotRetryableException(stage, missing), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Failed_actions_run_again_and_the_good_siblings_outputs_are_kept()
    {
        var run = await FailedAsync();
        var package = (await _suite.RunAsync(run.Id)).FindStage("Build")!.Current.Single(action => action.ActionName == "Compile").OutputArtifacts["Package"];

        await RetryAsync(run, StageRetryMode.FAILED_ACTIONS);
        var again = run.On(2);

        (await again.AskAsync())!.Actions.Select(action => action.ActionName).ShouldBe(["Lint"]);
        (await again.GoOnAsync())!.Actions.Select(action => action.ActionName).ShouldBe(["Verify"]);
        var deploy = await again.GoOnAsync();
        deploy!.Actions.Single().InputArtifacts["Package"].ShouldBe(package);
        (await again.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        (await run.AskAsync())!.Next.ShouldBe(NextStageBranch.Ended);
    }

    [Fact]
    public async Task All_actions_run_again_with_other_execution_ids()
    {
        var run = await FailedAsync();
        var before = (await _suite.RunAsync(run.Id)).FindStage("Build")!.Actions.Select(action => action.ActionExecutionId).ToList();

        await RetryAsync(run, StageRetryMode.ALL_ACTIONS);
        var answer = await run.On(2).AskAsync();

        answer!.Actions.Select(action => action.ActionName).ShouldBe(["Compile", "Lint"]);
        answer.Actions.Select(action => action.ActionExecutionId).Intersect(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_asks_for_a_machine_and_tells_that_the_run_goes_on()
    {
        var run = await FailedAsync();
        await RetryAsync(run, StageRetryMode.FAILED_ACTIONS);
        await run.On(2).AskAsync();

        var events = await _suite.EventsAsync();
        events.Where(told => told.DetailType == "Sluice Execution Requested").Select(told => told.Detail["name"]!.ToString()).ShouldBe([$"{run.Id}-1", $"{run.Id}-2"]);
        events.Where(told => told.Detail["state"]?.ToString() == "RESUMED").Select(told => told.DetailType.Split(' ')[1]).ShouldBe(["Pipeline", "Stage"]);
        var stage = (await _suite.RunAsync(run.Id)).FindStage("Build")!;
        (stage.ManualRetries, stage.LatestRetry).ShouldBe((1, RetryTrigger.ManualStageRetry));
    }

    [Fact]
    public async Task What_did_not_fail_is_not_tried_again()
    {
        var run = await FailedAsync(lintToo: false);

        (await Should.ThrowAsync<StageNotRetryableException>(() => RetryAsync(run, StageRetryMode.FAILED_ACTIONS))).Message.ShouldContain("InProgress");
        await Should.ThrowAsync<StageNotRetryableException>(() => RetryAsync(run, StageRetryMode.FAILED_ACTIONS, "Source"));
        await Should.ThrowAsync<StageNotRetryableException>(() => RetryAsync(run, StageRetryMode.FAILED_ACTIONS, "Deploy"));
    }

    [Fact]
    public async Task A_run_that_a_newer_one_has_come_after_is_not_tried_again()
    {
        var run = await FailedAsync();
        var newer = await Run.StartAsync(_suite, 2);
        await newer.AskAsync();
        await newer.GoOnAsync();

        await Should.ThrowAsync<NotLatestPipelineExecutionException>(() => RetryAsync(run, StageRetryMode.FAILED_ACTIONS));
    }

    [Fact]
    public async Task A_stage_tries_once_again_by_itself_if_it_says_so()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile"), PipelineText.Build("Lint")).On("onFailure", """{"result":"RETRY","retryConfiguration":{"retryMode":"FAILED_ACTIONS"}}"""));
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        var build = await run.GoOnAsync();

        var again = await run.AskAsync(build!.Step, Run.Success(build.Actions[0]), new ActionReport { Status = "Failed", Message = "flaky" });

        again!.Actions.Single().ActionName.ShouldBe("Lint");
        (await run.FailAsync("still"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);
        (await _suite.RunAsync(run.Id)).FindStage("Build")!.AutomaticRetries.ShouldBe(1);
    }
}
