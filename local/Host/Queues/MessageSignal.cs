namespace Sluice.Local.Host.Queues;

/// <summary>
/// Says to the one that consumes a queue that there may be a message: one was sent, or one is visible again. It asks the store how long that takes, each time, since a timer may fire a moment before its time by another
/// clock, and a message whose only wake is too early would be seen no more.
/// </summary>
internal sealed class MessageSignal(string queue, QueueStore store, TimeProvider time)
{
    private readonly Signal _signal = new();

    /// <summary>There is something to look at: a message, or another time at which there will be one.</summary>
    public void Raise() => _signal.Raise();

    public async Task WaitAsync(CancellationToken stop)
    {
        using var visible = new CancellationTokenSource(store.UntilNext(queue) ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(visible.Token, stop);
        await _signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        stop.ThrowIfCancellationRequested();
    }
}
