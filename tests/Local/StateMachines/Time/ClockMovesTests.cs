using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.StateMachines.Time;

public sealed class ClockMovesTests
{
    private readonly VirtualTime time = new();
    private readonly ClockMoves moves;

    public ClockMovesTests() => moves = new ClockMoves(time);

    [Fact]
    public void Time_that_passes_is_no_move()
    {
        time.Advance(TimeSpan.FromDays(3));

        moves.Seconds().ShouldBe(0);
    }

    [Fact]
    public void Moves_are_added_up_both_ways()
    {
        time.MoveWallClock(TimeSpan.FromHours(-1));
        moves.Seconds().ShouldBe(-3600);
        time.Advance(TimeSpan.FromMinutes(5));
        time.MoveWallClock(TimeSpan.FromMinutes(20));
        moves.Seconds().ShouldBe(-3600 + 1200);
        time.MoveWallClock(TimeSpan.FromMinutes(40));
        moves.Seconds().ShouldBe(0);
    }

    [Fact]
    public void Adjustments_are_none_until_they_are_seconds()
    {
        for (var i = 1; i <= 9; i++)
        {
            time.MoveWallClock(TimeSpan.FromMilliseconds(100));
            moves.Seconds().ShouldBe(0);
        }

        time.MoveWallClock(TimeSpan.FromMilliseconds(100));
        moves.Seconds().ShouldBe(1);
    }

    [Fact]
    public void A_process_that_was_stopped_lost_time_and_its_clock_was_not_moved()
    {
        time.Freeze(TimeSpan.FromMinutes(20));

        moves.Seconds().ShouldBe(0);
    }
}
