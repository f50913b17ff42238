namespace Sluice.Local.StateMachines.Time;

/// <summary>A timer of <see cref="VirtualTime"/>. An entry of the queue whose time is not <see cref="Due"/> is out of date.</summary>
internal sealed class VirtualTimer(VirtualTime clock, Action callback) : ITimer
{
    internal const long Never = -1;
    private TimeSpan period;
    private bool disposed;

    internal long Due { get; set; } = Never;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (disposed)
        {
            return false;
        }

        this.period = period;
        clock.Unschedule(this);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Schedule(this, dueTime.Ticks);
        }

        return true;
    }

    public void Dispose()
    {
        disposed = true;
        clock.Unschedule(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire()
    {
        if (disposed)
        {
            return;
        }

        if (period > TimeSpan.Zero)
        {
            clock.Schedule(this, period.Ticks);
        }

        callback();
    }
}
