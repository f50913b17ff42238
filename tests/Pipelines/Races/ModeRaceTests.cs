using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;

namespace Sluice.Pipelines.Tests.Races;

/// <summary>Two starts, a stop and a retry at once, in all orders of their calls of the table: the rules of the three modes hold in each.</summary>
public sealed class ModeRaceTests
{
    [Theory]
    [InlineData("SUPERSEDED")]
    [InlineData("QUEUED")]
    [InlineData("PARALLEL")]
    public async Task The_rules_of_the_mode_hold_in_every_order(string mode)
    {
        var schedules = new Schedules(mostPreemptions: 1);
        var orders = 0;
        for (var isFirst = true; schedules.Next(isFirst); isFirst = false)
        {
            await RaceAsync(mode, schedules);
            orders++;
        }

        orders.ShouldBeGreaterThan(100);
    }

    private static async Task RaceAsync(string mode, Schedules schedules)
    {
        TurnTable? turns = null;
        using var suite = new Suite(wrap: table => turns = new TurnTable(table));
        await suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).Mode(mode));
        var failed = await Run.StartAsync(suite, 1);
        await failed.AskAsync();
        await failed.GoOnAsync();
        await failed.FailAsync("flaky");
        var stopped = await Run.StartAsync(suite, 2);
        await stopped.AskAsync();
        Run? third = null;
        Run? fourth = null;

        await turns!.RunAsync(
            [
                async () => third = await Run.StartAsync(suite, 3),
                async () => fourth = await Run.StartAsync(suite, 4),
                () => StopAsync(suite, stopped),
                () => RetryAsync(suite, failed),
            ],
            schedules);

        Run[] all = [failed.On(1), failed.On(2), stopped, third!, fourth!];
        await FinishAsync(suite, all);
        await HoldsAsync(suite, mode, [failed, stopped, third!, fourth!]);
    }

    private static async Task StopAsync(Suite suite, Run run) => await suite.Get<ExecutionStops>().StopAsync(new StopRequestInput("app", run.Id, Reason: "enough"));

    /// <summary>It may come too late: then the run stays as it is.</summary>
    private static async Task RetryAsync(Suite suite, Run run)
    {
        try
        {
            await suite.Get<StageChanges>().ChangeAsync(
                "app", "Build", run.Id, turn => StageRetry.Decide(turn, "Build", StageRetryMode.FAILED_ACTIONS), missing => new StageNotRetryableException("Build", missing), CancellationToken.None);
        }
        catch (NotLatestPipelineExecutionException)
        {
            // A newer one was there first.
        }
    }

    /// <summary>All machines ask, in turn, until none of them has anything to do.</summary>
    private static async Task FinishAsync(Suite suite, IReadOnlyList<Run> machines)
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var machine in machines.Where(machine => machine.Answer is not { Next: NextStageBranch.Ended }))
            {
                await (machine.Answer is { Next: NextStageBranch.Actions } ? machine.GoOnAsync() : machine.AskAsync(machine.Answer?.Step ?? 0));
                await OneInEachStageAsync(suite);
            }
        }
    }

    private static async Task OneInEachStageAsync(Suite suite)
    {
        var runs = (await suite.Get<PipelineRunStore>().ListAsync("app", null, 100, CancellationToken.None)).Runs;
        foreach (var stage in runs.Where(run => run.Mode != ExecutionMode.PARALLEL).SelectMany(run => run.Stages).GroupBy(stage => stage.StageName))
        {
            stage.Count(at => at.Phase is not (StagePhase.Door or StagePhase.Done)).ShouldBeLessThanOrEqualTo(1, stage.Key);
        }
    }

    private static async Task HoldsAsync(Suite suite, string mode, IReadOnlyList<Run> runs)
    {
        var ended = new List<PipelineRun>();
        foreach (var run in runs)
        {
            ended.Add(await suite.RunAsync(run.Id));
        }

        ended.ShouldAllBe(run => run.HasEnded, "no waiting run is lost");
        ended[1].Status.ShouldBe(PipelineExecutionStatus.Stopped);
        ended.MaxBy(run => run.Number)!.Status.ShouldBe(PipelineExecutionStatus.Succeeded, "the newest is never superseded");
        if (mode != "SUPERSEDED")
        {
            ended.Skip(2).ShouldAllBe(run => run.Status == PipelineExecutionStatus.Succeeded, "nobody takes another's place");
        }

        var locks = await suite.Get<StageLocks>().AllAsync("app", CancellationToken.None);
        locks.Values.ShouldAllBe(stage => stage.Value.Holder == null && stage.Value.Queue.Count == 0);
        ended.Select(run => run.Number).ShouldBeUnique();
        (await suite.Stored.GetAsync(PipelineKeys.Counter("app")))!.Read<RunCounter>().Active.ShouldBe(0);
    }
}
