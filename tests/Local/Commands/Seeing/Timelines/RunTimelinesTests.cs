using Sluice.Local.Commands.Seeing.Timelines;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Seeing.Timelines;

public sealed class RunTimelinesTests
{
    [Fact]
    public void Says_where_the_time_of_a_run_went()
    {
        var run = RunTimelines.Of(TimedRun.Seen, TimedRun.At(1000));

        run.Seconds.ShouldBe(200);
        run.Shares.ShouldBe(new TimelineShares(RunningSeconds: 80, QueuedSeconds: 20, WaitingSeconds: 100, BetweenSeconds: 0));
        run.Stages.Select(stage => $"{stage.StageName} {stage.Seconds} {stage.Shares.RunningSeconds}/{stage.Shares.QueuedSeconds}/{stage.Shares.WaitingSeconds}/{stage.Shares.BetweenSeconds}").ShouldBe(
            ["Source 10 10/0/0/0", "Build 60 30/10/20/0", "Ask 60 0/0/60/0", "Deploy 70 40/10/20/0"]);
        Parts(run.Stages[1].Parts).ShouldBe(["Waiting stage 10-30"]);
        Parts(run.Stages[1].Actions[0].Parts).ShouldBe(["Queued QUEUED 30-40", "Running INSTALL 40-44", "Running BUILD 44-68", "Running  68-70"]);
        Parts(run.Stages[2].Actions[0].Parts).ShouldBe(["Waiting approval 70-130"]);
        Parts(run.Stages[3].Parts).ShouldBe(["Waiting window 130-150"]);
        Parts(run.Stages[3].Actions[0].Parts).ShouldBe(["Queued  150-160", "Running BeforeAllowTraffic 160-165", "Running AllowTraffic 165-198", "Running  198-200"]);
    }

    [Fact]
    public void Of_a_run_that_goes_on_the_time_until_now_counts()
    {
        var seen = TimedRun.Seen with
        {
            Summary = TimedRun.Seen.Summary with { Status = PipelineExecutionStatus.InProgress },
            Execution = TimedRun.Seen.Execution with { Stages = [TimedRun.Stage("Source", 0, 0, 10), TimedRun.Stage("Build", 10, null, null) with { WaitedFor = StageWait.Transition }] },
            Actions = [TimedRun.Seen.Actions[0]],
            Rules = [],
        };

        var run = RunTimelines.Of(seen, TimedRun.At(25));

        run.Shares.ShouldBe(new TimelineShares(10, 0, 15, 0));
        Parts(run.Stages[1].Parts).ShouldBe(["Waiting transition 10-25"]);
        (run.Stages[1].EnteredTime, run.Stages[1].Status).ShouldBe((null, null));
    }

    [Fact]
    public void Of_actions_that_run_together_the_time_counts_once_and_what_was_retried_is_there_twice()
    {
        var seen = TimedRun.Seen with
        {
            Execution = TimedRun.Seen.Execution with { Stages = [TimedRun.Stage("Test", 60, 60, 90)] },
            Actions = [TimedRun.Action("Test", "Unit", ActionCategory.Test, 0, 30), TimedRun.Action("Test", "Lint", ActionCategory.Test, 10, 20), TimedRun.Action("Test", "Unit", ActionCategory.Test, 60, 90)],
            Rules = [],
        };

        var stage = RunTimelines.Of(seen, TimedRun.At(1000)).Stages.ShouldHaveSingleItem();

        stage.Actions.Select(action => action.ActionName).ShouldBe(["Unit", "Lint", "Unit"]);
        (stage.Seconds, stage.Shares).ShouldBe((90, new TimelineShares(60, 0, 0, 30)));
    }

    [Fact]
    public void A_suite_that_tells_nothing_of_stages_is_understood_by_its_actions()
    {
        var run = RunTimelines.Of(TimedRun.Seen with { Execution = TimedRun.Seen.Execution with { Stages = null } }, TimedRun.At(1000));

        run.Stages.Select(stage => $"{stage.StageName} {stage.Seconds}").ShouldBe(["Source 10", "Build 40", "Ask 60", "Deploy 70"]);
    }

    private static IEnumerable<string> Parts(IEnumerable<TimelinePart> parts) => parts.Select(part => $"{part.Kind} {part.What} {Seconds(part.StartTime)}-{Seconds(part.EndTime)}");

    private static double Seconds(DateTimeOffset moment) => (moment - TimedRun.Start).TotalSeconds;
}
