namespace Sluice.Local.Tests.Host.Queues;

/// <summary>Timers that count whole milliseconds of a clock that another one is asked the time of, as the runtime's do: they may fire up to one early.</summary>
internal sealed class EarlyTimers(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(0.9);

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime > Early ? dueTime - Early : dueTime, period);
}
