using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class StageGraphTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private static PipelineText Diamond() => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile"))
        .Stage("East", PipelineText.Build("E")).On("needs", """["Build"]""")
        .Stage("West", PipelineText.Build("W")).On("needs", """["Build"]""")
        .Stage("Done", PipelineText.Build("D")).On("needs", """["East","West"]""");

    private async Task<Run> AtFork()
    {
        await _suite.KeepAsync(Diamond());
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        await run.GoOnAsync();
        await run.GoOnAsync();
        return run;
    }

    [Fact]
    public async Task Stages_that_need_the_same_one_run_beside_each_other_each_with_a_machine()
    {
        var run = await AtFork();

        run.Answer!.Actions.Single().ActionName.ShouldBe("E");
        (await run.On(2).AskAsync())!.Actions.Single().ActionName.ShouldBe("W");
        (await _suite.EventsAsync()).Where(told => told.DetailType == "Sluice Execution Requested").Select(told => told.Detail["name"]!.ToString()).ShouldBe([$"{run.Id}-1", $"{run.Id}-2"]);
    }

    [Fact]
    public async Task Who_comes_last_goes_on_with_the_stage_that_needs_both()
    {
        var run = await AtFork();
        var west = run.On(2);
        await west.AskAsync();

        (await run.GoOnAsync())!.Next.ShouldBe(NextStageBranch.Ended);
        (await _suite.RunAsync(run.Id)).Status.ShouldBe(PipelineExecutionStatus.InProgress);

        (await west.GoOnAsync())!.Actions.Single().ActionName.ShouldBe("D");
        (await west.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_branch_that_fails_lets_the_other_finish_its_stage_and_then_fails_the_run()
    {
        var run = await AtFork();
        var west = run.On(2);
        await west.AskAsync();

        (await run.FailAsync("east is down"))!.Status.ShouldBe(PipelineExecutionStatus.InProgress);
        (await west.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        var left = await _suite.RunAsync(run.Id);
        left.Message.ShouldBe("East/E: east is down");
        left.FindStage("West")!.Status.ShouldBe(StageExecutionStatus.Succeeded);
        left.FindStage("Done").ShouldBeNull();
    }

    [Fact]
    public async Task A_stop_waits_for_both_branches()
    {
        var run = await AtFork();
        var west = run.On(2);
        await west.AskAsync();

        (await _suite.Get<ExecutionStops>().StopAsync(new StopRequestInput("app", run.Id), TestContext.Current.CancellationToken)).Count.ShouldBe(2);

        (await run.FailAsync("stopped"))!.Status.ShouldBe(PipelineExecutionStatus.Stopping);
        (await west.FailAsync("stopped"))!.Status.ShouldBe(PipelineExecutionStatus.Stopped);
    }

    [Fact]
    public async Task A_stage_that_is_tried_again_joins_as_if_it_had_not_failed()
    {
        var run = await AtFork();
        var west = run.On(2);
        await west.AskAsync();
        await run.FailAsync("flaky");
        await west.GoOnAsync();

        await _suite.Get<StageChanges>().ChangeAsync("app", "East", run.Id, turn => StageRetry.Decide(turn, "East", StageRetryMode.FAILED_ACTIONS), missing => new StageNotRetryableException("East", missing), TestContext.Current.CancellationToken);

        (await run.On(3).FinishAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        (await _suite.RunAsync(run.Id)).FindStage("Done")!.Status.ShouldBe(StageExecutionStatus.Succeeded);
    }
}
