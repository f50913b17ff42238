using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class StageDoorTests : IAsyncLifetime, IDisposable
{
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task A_run_goes_through_its_stages_and_succeeds()
    {
        var run = await Run.StartAsync(_suite, 1);

        (await run.AskAsync())!.Actions.Single().ActionName.ShouldBe("Checkout");
        (await run.GoOnAsync())!.Actions.Single().InputArtifacts.Keys.ShouldBe(["Source"]);
        (await run.GoOnAsync())!.Actions.Single().Configuration["DeployStrategy"].ShouldBe("10:5s,50:5s");
        (await run.GoOnAsync())!.Next.ShouldBe(NextStageBranch.Ended);

        var view = await run.ViewAsync();
        view.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        view.Stages.ShouldAllBe(stage => stage.Status == StageExecutionStatus.Succeeded);
        view.Stages[2].Actions[0].Outcome.ShouldBe(ActionOutcome.Succeeded);
        view.Stages[1].Actions[0].ExternalExecutionId.ShouldBe("ext-Compile");
        view.SourceRevisions.Single().RevisionId.ShouldBe(Documents.Commit(1));
    }

    [Fact]
    public async Task A_run_waits_while_another_is_in_the_stage_and_goes_on_when_that_leaves()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        await first.AskAsync();

        (await second.AskAsync()).ShouldBeNull();
        (await second.ViewAsync()).WaitsFor.ShouldBe("Source");
        await first.GoOnAsync();

        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        (await second.AskAsync(second.Answer.Step))!.Actions.Single().ActionName.ShouldBe("Checkout");
    }

    [Fact]
    public async Task A_newer_arrival_takes_the_place_of_the_waiting_run_and_never_of_the_running_one()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        var third = await Run.StartAsync(_suite, 3);
        await first.AskAsync();
        await second.AskAsync();

        (await third.AskAsync()).ShouldBeNull();

        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        (await second.AskAsync(second.Answer.Step))!.Next.ShouldBe(NextStageBranch.Ended);
        (await second.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Superseded);
        (await first.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.InProgress);
        await first.GoOnAsync();
        third.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
    }

    [Fact]
    public async Task Superseding_happens_between_later_stages_too()
    {
        var runs = new List<Run>();
        for (var i = 1; i <= 3; i++)
        {
            runs.Add(await Run.StartAsync(_suite, i));
            await runs[^1].AskAsync();
            await runs[^1].GoOnAsync();
        }

        // The first is in Build; the second waited there and the third took its place.
        (await runs[0].ViewAsync()).Stages.Select(stage => stage.StageName).ShouldBe(["Source", "Build"]);
        (await runs[1].ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Superseded);
        (await runs[2].ViewAsync()).WaitsFor.ShouldBe("Build");
    }

    [Fact]
    public async Task An_older_run_that_comes_late_is_superseded()
    {
        var older = await Run.StartAsync(_suite, 1);
        var newer = await Run.StartAsync(_suite, 2);
        await newer.AskAsync();
        await newer.GoOnAsync();

        (await older.AskAsync())!.Next.ShouldBe(NextStageBranch.Ended);

        (await older.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Superseded);
    }

    [Fact]
    public async Task An_older_run_never_takes_the_place_of_a_newer_one_that_waits()
    {
        var oldest = await Run.StartAsync(_suite, 1);
        var older = await Run.StartAsync(_suite, 2);
        var newer = await Run.StartAsync(_suite, 3);
        await oldest.AskAsync();
        (await newer.AskAsync()).ShouldBeNull();

        (await older.AskAsync())!.Next.ShouldBe(NextStageBranch.Ended);

        (await newer.ViewAsync()).WaitsFor.ShouldBe("Source");
    }

    [Fact]
    public async Task A_failed_run_frees_its_stage()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        await first.AskAsync();
        await second.AskAsync();

        (await first.FailAsync("no such commit"))!.Status.ShouldBe(PipelineExecutionStatus.Failed);

        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        var view = await first.ViewAsync();
        view.Message.ShouldBe("Source/Checkout: no such commit");
        view.Stages[0].Status.ShouldBe(StageExecutionStatus.Failed);
        (await second.AskAsync(second.Answer.Step))!.Next.ShouldBe(NextStageBranch.Actions);
    }

    [Fact]
    public async Task A_late_repetition_of_an_older_call_does_not_leave_its_dead_token_at_the_door()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        await first.AskAsync();
        await second.AskAsync();
        var stale = second.LastRequest!;
        await second.AskAsync();

        await _suite.Get<Sluice.Pipelines.Stages.NextStage>().AnswerAsync(stale, TestContext.Current.CancellationToken);
        await first.GoOnAsync();

        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
    }

    [Fact]
    public async Task Asking_again_gives_the_same_answer()
    {
        var run = await Run.StartAsync(_suite, 1);
        var first = await run.AskAsync();
        var again = await run.AskAsync();
        again!.Step.ShouldBe(first!.Step);
        again.Actions.Single().ActionExecutionId.ShouldBe(first.Actions.Single().ActionExecutionId);

        var build = await run.GoOnAsync();
        // The reports of a step that is over do not count again.
        var repeated = await run.AskAsync(first.Step, new Sluice.Pipelines.Stages.ActionReport { Status = "Failed" });
        repeated!.Actions.Single().ActionExecutionId.ShouldBe(build!.Actions.Single().ActionExecutionId);
    }

    [Fact]
    public async Task Whom_a_dying_call_did_not_wake_the_repeated_one_wakes()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        await first.AskAsync();
        await second.AskAsync();
        _suite.Board.NextFailure = new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(first.GoOnAsync);
        second.Answer.ShouldBeNull();

        (await first.AskAsync(1))!.Actions.Single().ActionName.ShouldBe("Compile");

        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
    }
}
