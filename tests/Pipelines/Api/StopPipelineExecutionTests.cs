using System.Text.Json;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Tests.Api;

public sealed class StopPipelineExecutionTests : IAsyncLifetime, IDisposable
{
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private Task<IReadOnlyList<RunningAction>> StopAsync(Run run, bool abandon = false) => _suite.Get<ExecutionStops>()
        .StopAsync(new StopRequestInput("app", run.Id, abandon, "enough"), TestContext.Current.CancellationToken);

    private async Task<Run> InSourceAsync()
    {
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        return run;
    }

    [Fact]
    public async Task A_run_at_the_door_is_stopped_at_once_and_its_machine_told()
    {
        var first = await InSourceAsync();
        var second = await Run.StartAsync(_suite, 2);
        await second.AskAsync();

        (await StopAsync(second)).ShouldBeEmpty();

        (await second.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Stopped);
        second.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        (await second.AskAsync())!.Next.ShouldBe(NextStageBranch.Ended);
        var third = await Run.StartAsync(_suite, 3);
        await third.AskAsync();
        await first.GoOnAsync();
        third.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
    }

    [Fact]
    public async Task A_run_that_no_machine_has_begun_is_stopped_at_once()
    {
        var run = await Run.StartAsync(_suite, 1);

        await StopAsync(run);

        (await run.AskAsync())!.Status.ShouldBe(PipelineExecutionStatus.Stopped);
    }

    [Fact]
    public async Task A_run_that_was_let_in_but_has_not_looked_yet_leaves_the_stage()
    {
        var first = await InSourceAsync();
        var second = await Run.StartAsync(_suite, 2);
        await second.AskAsync();
        await first.GoOnAsync();

        await StopAsync(second);

        var third = await Run.StartAsync(_suite, 3);
        (await third.AskAsync())!.Next.ShouldBe(NextStageBranch.Actions);
    }

    [Fact]
    public async Task A_running_action_is_waited_for_and_named()
    {
        var run = await InSourceAsync();

        var running = await StopAsync(run);

        running.Single().Provider.ShouldBe("Git");
        running.Single().ActionExecutionId.ShouldBe(run.Answer!.Actions.Single().ActionExecutionId);
        (await run.ViewAsync()).Stages[0].Status.ShouldBe(StageExecutionStatus.Stopping);
        (await run.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Stopped);
        var view = await run.ViewAsync();
        view.Message.ShouldBe("enough");
        view.Stages.Single().Actions.Single().Status.ShouldBe(ActionExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_stop_is_told_once_to_the_service_of_each_action_that_runs()
    {
        var run = await InSourceAsync();
        await StopAsync(run);
        await Should.ThrowAsync<DuplicatedStopRequestException>(() => StopAsync(run));
        await StopAsync(run, abandon: true);

        var told = (await _suite.EventsAsync()).Where(written => written.DetailType == "Sluice Action Stop Requested").ShouldHaveSingleItem();
        told.Source.ShouldBe("sluice.codepipeline");
        told.Detail.Deserialize<ActionStop>(SluiceJson.Options).ShouldBe(new ActionStop("Git", "app", run.Id, "Source", "Checkout", run.Answer!.Actions.Single().ActionExecutionId, "enough", ActionService.Pipeline));
        (await _suite.EventsAsync()).Where(written => written.Source == "sluice.codepipeline").Select(written => written.Sequence).ShouldBeUnique();
    }

    [Fact]
    public async Task Actions_that_are_left_behind_and_runs_that_wait_have_nobody_told_to_stop()
    {
        var first = await InSourceAsync();
        var second = await Run.StartAsync(_suite, 2);
        await second.AskAsync();
        await StopAsync(second);
        await StopAsync(first, abandon: true);

        (await _suite.EventsAsync()).ShouldNotContain(written => written.DetailType == "Sluice Action Stop Requested");
    }

    [Fact]
    public async Task A_stop_that_makes_its_action_fail_is_a_stop()
    {
        var run = await InSourceAsync();
        await StopAsync(run);

        (await run.FailAsync("stopped by request"))!.Status.ShouldBe(PipelineExecutionStatus.Stopped);

        (await run.ViewAsync()).Stages[0].Actions[0].Status.ShouldBe(ActionExecutionStatus.Failed);
    }

    [Fact]
    public async Task A_stop_that_comes_when_nothing_is_left_to_do_changes_nothing()
    {
        var run = await InSourceAsync();
        await run.GoOnAsync();
        await run.GoOnAsync();
        await StopAsync(run);

        (await run.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task Abandoning_leaves_running_actions_behind_and_frees_the_stage()
    {
        var run = await InSourceAsync();
        var answer = run.Answer!;
        await StopAsync(run);

        await StopAsync(run, abandon: true);

        var view = await run.ViewAsync();
        view.Status.ShouldBe(PipelineExecutionStatus.Stopped);
        view.Stages[0].Actions[0].Status.ShouldBe(ActionExecutionStatus.Abandoned);
        (await (await Run.StartAsync(_suite, 2)).AskAsync())!.Next.ShouldBe(NextStageBranch.Actions);
        (await run.AskAsync(answer.Step, Run.Success(answer.Actions[0])))!.Next.ShouldBe(NextStageBranch.Ended);
    }

    [Fact]
    public async Task A_second_stop_and_a_stop_of_what_has_ended_are_refused()
    {
        var run = await InSourceAsync();
        await StopAsync(run);
        await Should.ThrowAsync<DuplicatedStopRequestException>(() => StopAsync(run));
        await run.GoOnAsync();

        await Should.ThrowAsync<PipelineExecutionNotStoppableException>(() => StopAsync(run));
    }
}
