using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class QueuedModeTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task All_wait_and_enter_by_age()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode("QUEUED"));
        var runs = new List<Run>();
        for (var number = 1; number <= 4; number++)
        {
            runs.Add(await Run.StartAsync(_suite, number));
        }

        await runs[0].AskAsync();
        (await runs[2].AskAsync()).ShouldBeNull();
        (await runs[1].AskAsync()).ShouldBeNull();
        (await runs[3].AskAsync()).ShouldBeNull();

        await runs[0].GoOnAsync();

        runs[1].Answer!.Next.ShouldBe(NextStageBranch.Repeat);
        runs[2].Answer.ShouldBeNull();
        foreach (var run in runs)
        {
            (await run.FinishAsync())!.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        }
    }

    [Fact]
    public async Task A_younger_run_does_not_enter_a_free_stage_before_an_older_one_that_waits()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode("QUEUED"));
        var (first, second, third) = (await Run.StartAsync(_suite, 1), await Run.StartAsync(_suite, 2), await Run.StartAsync(_suite, 3));
        await first.AskAsync();
        await second.AskAsync();
        await first.GoOnAsync();

        // The stage is the second's from when the first left it, though its machine has not looked yet.
        (await third.AskAsync()).ShouldBeNull();
        (await second.AskAsync(second.Answer!.Step))!.Next.ShouldBe(NextStageBranch.Actions);
    }

    [Fact]
    public async Task More_than_fifty_are_not_under_way()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode("QUEUED"));
        var first = await Run.StartAsync(_suite, 1);
        for (var number = 2; number <= RunStarter.MostActive; number++)
        {
            await Run.StartAsync(_suite, number);
        }

        (await Should.ThrowAsync<ConcurrentPipelineExecutionsLimitExceededException>(() => Run.StartAsync(_suite, 51))).Message.ShouldContain("50 runs");
        await first.AskAsync();
        await first.FailAsync("no");

        await Run.StartAsync(_suite, 52);
    }
}
