using System.Collections.Concurrent;

namespace Sluice.Local.Cloud.Queues;

/// <summary>Who waits for a message of which queue.</summary>
internal sealed class MessageWaits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);

    /// <summary>Whether nobody is to wait any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The suite stops: who waits is answered that there is nothing.</summary>
    public void Close()
    {
        IsClosed = true;
        foreach (var queue in _next.Keys)
        {
            Raise(queue);
        }
    }

    /// <summary>Says to all who wait that there may be one.</summary>
    public void Raise(string queue)
    {
        if (_next.TryRemove(queue, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Completes when there may be one. Take it before you look.</summary>
    public Task Next(string queue) => _next.GetOrAdd(queue, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Waits for it, but no longer than this.</summary>
    public async Task WaitAsync(Task next, TimeSpan most, CancellationToken cancellationToken) =>
        await next.WaitAsync(most, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
