using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class StageTransitionTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private Task ChangeAsync(string stage, StageTransitionType type, bool enabled) =>
        _suite.Get<StageTransitions>().ChangeAsync("app", stage, type, enabled, enabled ? null : "not now", "ann", TestContext.Current.CancellationToken);

    private async Task<Run> AtBuildAsync(int number)
    {
        var run = await Run.StartAsync(_suite, number);
        await run.AskAsync();
        await run.GoOnAsync();
        return run;
    }

    [Theory]
    [InlineData("Build", StageTransitionType.Inbound)]
    [InlineData("Source", StageTransitionType.Outbound)]
    public async Task A_run_waits_at_a_closed_stage_and_goes_on_when_it_is_opened(string stage, StageTransitionType type)
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));
        await ChangeAsync(stage, type, enabled: false);
        var run = await AtBuildAsync(1);
        run.Answer.ShouldBeNull();

        await ChangeAsync(stage, type, enabled: true);

        run.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        (await run.AskAsync(run.Answer.Step))!.Actions.Single().ActionName.ShouldBe("Compile");
    }

    [Fact]
    public async Task A_newer_run_takes_the_place_of_the_one_that_is_held()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));
        await ChangeAsync("Build", StageTransitionType.Inbound, enabled: false);
        var (first, second) = (await AtBuildAsync(1), await AtBuildAsync(2));

        (await first.AskAsync(first.Answer!.Step))!.Status.ShouldBe(PipelineExecutionStatus.Superseded);
        await ChangeAsync("Build", StageTransitionType.Inbound, enabled: true);
        (await second.FinishAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_run_in_a_stage_that_is_closed_goes_on()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));
        var run = await AtBuildAsync(1);
        await ChangeAsync("Build", StageTransitionType.Inbound, enabled: false);

        (await run.GoOnAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task Whom_a_dying_call_did_not_wake_the_repeated_one_wakes()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));
        await ChangeAsync("Build", StageTransitionType.Inbound, enabled: false);
        var run = await AtBuildAsync(1);
        _suite.Board.NextFailure = new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(() => ChangeAsync("Build", StageTransitionType.Inbound, enabled: true));
        run.Answer.ShouldBeNull();

        await ChangeAsync("Build", StageTransitionType.Inbound, enabled: true);

        run.Answer!.Next.ShouldBe(NextStageBranch.Repeat);
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_refused()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));

        await Should.ThrowAsync<StageNotFoundException>(() => ChangeAsync("Biuld", StageTransitionType.Inbound, enabled: false));
    }
}
