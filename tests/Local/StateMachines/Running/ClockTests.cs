using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.Tests.StateMachines.Journaling;

namespace Sluice.Local.Tests.StateMachines.Running;

/// <summary>What waits so many seconds waits them, wherever the clock on the wall is set meanwhile; what waits for an instant follows the clock.</summary>
public sealed class ClockTests
{
    private const string Task = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    private static readonly string _wait = Bench.One(""" "Type": "Wait", "Seconds": 60, "End": true """);

    public static TheoryData<int> Moves => [-24 * 3600, -3600, -10, 10, 20 * 60, 24 * 3600];

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_wait_of_a_minute_lasts_a_minute(int seconds) => Lasts(_wait, 60, seconds);

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_tasks_timeout_lasts_as_long_as_it_says(int seconds) => Lasts(Bench.Task(Task, """ "TimeoutSeconds": 60 """), 60, seconds);

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_heartbeat_lasts_as_long_as_it_says(int seconds) => Lasts(Bench.Task(Task, """ "TimeoutSeconds": 600, "HeartbeatSeconds": 60 """), 60, seconds);

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_pause_before_a_retry_lasts_as_long_as_it_says(int seconds) => Lasts(
        Bench.Task(Task, """ "TimeoutSeconds": 15, "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 30, "MaxAttempts": 1}] """), 60, seconds);

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_machines_own_timeout_lasts_as_long_as_it_says(int seconds) => Lasts(
        """{"StartAt": "S", "TimeoutSeconds": 60, "States": {"S": {"Type": "Wait", "Seconds": 600, "End": true}}}""", 60, seconds);

    [Theory]
    [InlineData(-3600, 3660)]
    [InlineData(-10, 70)]
    public void A_wait_until_an_instant_ends_when_the_clock_shows_it(int moved, int lasts) => Lasts(UntilOneMinute(), lasts, moved);

    // Each minute the clock is looked at.
    [Fact]
    public void A_wait_until_an_instant_that_the_clock_has_jumped_over_ends_within_a_minute() => Lasts(UntilOneMinute(), 60, 24 * 3600);

    [Fact]
    public void The_history_shows_what_the_clock_showed()
    {
        var bench = new Bench();
        MoveAfterTenSeconds(bench.Time, -3600);

        var execution = bench.Run(_wait);

        (execution.StopTime!.Value - execution.StartTime).ShouldBe(TimeSpan.FromSeconds(60 - 3600));
    }

    [Fact]
    public void A_clock_that_is_adjusted_by_less_than_a_second_never_makes_a_history_go_back()
    {
        var bench = new Bench();
        _ = bench.Time.CreateTimer(_ => bench.Time.MoveWallClock(TimeSpan.FromMilliseconds(-900)), null, TimeSpan.FromMilliseconds(500), Timeout.InfiniteTimeSpan);

        var execution = bench.Run(Bench.Task(Task, """ "TimeoutSeconds": 1, "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 1, "MaxAttempts": 1}] """));

        var times = execution.History.Select(happened => happened.Timestamp).ToList();
        times.ShouldBe([.. times.Order()]);
    }

    [Theory]
    [InlineData(-3600, 60)]
    [InlineData(-5, 55)]
    [InlineData(20, 30)]
    [InlineData(3600, 0)]
    public void After_a_restart_a_wait_has_what_is_left_by_the_clock_but_never_more_than_its_whole_length(int moved, int left)
    {
        var journal = new InMemoryExecutionJournal();
        var bench = new Bench(new CrashingJournal(journal, 2, after: false));
        bench.Start(_wait);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        bench.Time.MoveWallClock(TimeSpan.FromSeconds(moved));

        var next = new Bench(journal, time: bench.Time);
        var start = bench.Time.GetTimestamp();
        next.Time.Run(async () => await (await next.Engine.ResumeAllAsync())[0].Completion);

        bench.Time.GetElapsedTime(start).ShouldBe(TimeSpan.FromSeconds(left));
    }

    private static string UntilOneMinute() => Bench.One(""" "Type": "Wait", "Timestamp": "2026-01-01T00:01:00Z", "End": true """);

    private static void Lasts(string machine, int lasts, int moved)
    {
        var bench = new Bench(services: new ScriptedServices().On("S", _ => null));
        MoveAfterTenSeconds(bench.Time, moved);

        bench.Run(machine);

        bench.Time.GetElapsedTime(0).ShouldBe(TimeSpan.FromSeconds(lasts));
    }

    private static void MoveAfterTenSeconds(VirtualTime time, int seconds) =>
        time.CreateTimer(_ => time.MoveWallClock(TimeSpan.FromSeconds(seconds)), null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
}
