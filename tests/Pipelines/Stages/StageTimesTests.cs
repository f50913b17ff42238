using Microsoft.Extensions.Time.Testing;
using Sluice.Pipelines.Api.Executions;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

/// <summary>When a run came to a stage, entered and left it, and what it waited for.</summary>
public sealed class StageTimesTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Suite _suite;

    public StageTimesTests() => _suite = new Suite(_clock);

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task A_run_that_waits_for_another_is_told_with_its_wait()
    {
        var first = await Run.StartAsync(_suite, 1);
        var second = await Run.StartAsync(_suite, 2);
        await first.AskAsync();
        At(10);
        await second.AskAsync();
        At(40);
        await first.GoOnAsync();
        await second.AskAsync(second.Answer!.Step);
        At(50);
        await second.GoOnAsync();

        (await TimesAsync(second)).ShouldBe(["Source Succeeded 10 40 50 Stage", "Build  50   Stage"]);
        (await TimesAsync(first)).ShouldBe(["Source Succeeded 0 0 40 ", "Build InProgress 40 40  "]);
    }

    [Fact]
    public async Task A_run_that_waits_for_a_transition_is_told_with_it()
    {
        await _suite.Get<StageTransitions>().ChangeAsync("app", "Build", StageTransitionType.Inbound, enabled: false, "not now", "ann", TestContext.Current.CancellationToken);
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        At(5);
        await run.GoOnAsync();
        At(65);
        // What it is asked for again changes nothing.
        await run.AskAsync();

        (await TimesAsync(run)).ShouldBe(["Source Succeeded 0 0 5 ", "Build  5   Transition"]);
    }

    [Fact]
    public async Task Of_a_stage_that_is_retried_the_last_time_is_told()
    {
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        await run.GoOnAsync();
        At(20);
        await run.FailAsync("broken");
        At(90);
        await _suite.Get<StageChanges>().ChangeAsync(
            "app", "Build", run.Id, turn => StageRetry.Decide(turn, "Build", StageRetryMode.FAILED_ACTIONS), missing => new InvalidOperationException(missing), TestContext.Current.CancellationToken);

        (await TimesAsync(run)).ShouldBe(["Source Succeeded 0 0 0 ", "Build Failed 90   "]);
    }

    private void At(int seconds) => _clock.SetUtcNow(Start.AddSeconds(seconds));

    private async Task<IEnumerable<string>> TimesAsync(Run run)
    {
        var shown = ExecutionShapes.Execution((await _suite.Get<PipelineCatalog>().GetAsync("app", TestContext.Current.CancellationToken)).Pipeline, await _suite.RunAsync(run.Id));
        return shown.Stages!.Select(stage => $"{stage.StageName} {stage.Status} {Seconds(stage.ArrivedTime)} {Seconds(stage.EnteredTime)} {Seconds(stage.EndTime)} {stage.WaitedFor}");
    }

    private static string Seconds(DateTimeOffset? moment) => moment is { } then ? $"{(then - Start).TotalSeconds:0}" : "";
}
