namespace Sluice.Local.StateMachines.Time;

/// <summary>
/// How far the clock on the wall was moved, in whole seconds: set by a person or by NTP, or it went on while the machine slept, when no time passed for its processes. Small adjustments are none.
/// </summary>
internal sealed class ClockMoves(TimeProvider time)
{
    private static readonly TimeSpan Adjustment = TimeSpan.FromSeconds(1);

    /// <summary>Two clocks that were not read within this were not read together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private TimeSpan _begin = Read(time);
    private long _seconds;

    /// <summary>All moves since this was made; negative if it was set back on the whole.</summary>
    public long Seconds()
    {
        lock (_gate)
        {
            var move = Read(time) - _begin;
            if (move.Duration() >= Adjustment)
            {
                var seconds = (long)Math.Round(move.TotalSeconds);
                _seconds += seconds;
                _begin += TimeSpan.FromSeconds(seconds);
            }

            return _seconds;
        }
    }

    /// <summary>The wall's clock less the one that nobody can set.</summary>
    private static TimeSpan Read(TimeProvider time)
    {
        while (true)
        {
            var before = time.GetTimestamp();
            var wall = time.GetUtcNow();
            var after = time.GetTimestamp();
            if (time.GetElapsedTime(before, after) < Together)
            {
                return TimeSpan.FromTicks(wall.UtcTicks) - time.GetElapsedTime(0, after);
            }
        }
    }
}
