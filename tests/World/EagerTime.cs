using Microsoft.Extensions.Time.Testing;

namespace Sluice.World;

/// <summary>A clock that goes on by itself: whoever waits is at once where the wait is over.</summary>
internal sealed class EagerTime : FakeTimeProvider
{
    private readonly List<TimeSpan> _pauses = [];

    /// <summary>How long each wait would have been.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_pauses)
            {
                return [.. _pauses];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero)
        {
            lock (_pauses)
            {
                _pauses.Add(dueTime);
            }

            Advance(dueTime);
        }

        return timer;
    }
}
