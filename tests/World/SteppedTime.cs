using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Sluice.World;

/// <summary>A clock that a test moves from wait to wait: it stands still until somebody waits, and then goes on by as long as they wait.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Once somebody waits, lets that be over.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> EndWaitAsync(CancellationToken cancellationToken)
    {
        var wait = await _waits.Reader.ReadAsync(cancellationToken);
        Advance(wait);
        return wait;
    }
}
