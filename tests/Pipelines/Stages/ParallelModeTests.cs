using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class ParallelModeTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Nobody_waits_for_anybody_and_an_older_run_may_overtake()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode("PARALLEL"));
        var (first, second) = (await Run.StartAsync(_suite, 1), await Run.StartAsync(_suite, 2));

        (await first.AskAsync())!.Next.ShouldBe(NextStageBranch.Actions);
        (await second.AskAsync())!.Next.ShouldBe(NextStageBranch.Actions);
        await second.FinishAsync();
        await first.FinishAsync();

        (await _suite.RunAsync(first.Id)).Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        (await _suite.RunAsync(second.Id)).Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task At_a_closed_transition_all_wait_and_all_go_on()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode("PARALLEL"));
        var transitions = _suite.Get<StageTransitions>();
        await transitions.ChangeAsync("app", "Build", StageTransitionType.Inbound, enabled: false, "not now", "ann", TestContext.Current.CancellationToken);
        var (first, second) = (await Run.StartAsync(_suite, 1), await Run.StartAsync(_suite, 2));
        await first.AskAsync();
        await second.AskAsync();
        (await first.GoOnAsync()).ShouldBeNull();
        (await second.GoOnAsync()).ShouldBeNull();

        await transitions.ChangeAsync("app", "Build", StageTransitionType.Inbound, enabled: true, null, "ann", TestContext.Current.CancellationToken);

        (await first.FinishAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        (await second.FinishAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    }
}
