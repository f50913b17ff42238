using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// Knows whether the data folder can be written to. The first write that fails is told at once, and no other until writes work again, which is told too: it is tried until then.
/// </summary>
/// <param name="folder">As people are told of it.</param>
/// <param name="probe">Writes something to the folder, and throws if that cannot be done.</param>
/// <param name="tell">Takes a line for people.</param>
internal sealed class StorageHealth(string folder, Action probe, Action<string> tell, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private TaskCompletionSource _well = Completed();
    private TimeSpan _pause = ShortestPause;
    private long? _recovered;
    private ITimer? _next;
    private bool _closed;

    /// <summary>What is wrong, in a few words; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>Since when it is wrong.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Writes work again.</summary>
    public event Action? Recovered;

    /// <summary>A write has failed. What is no fault of the disk says nothing about it.</summary>
    public void Failed(Exception error)
    {
        lock (_gate)
        {
            if (_closed || Fault is not null || !StorageFault.In(error))
            {
                return;
            }

            // A disk that is well for a moment only is looked at, and told of, less and less often.
            _pause = _recovered is { } at && time.GetElapsedTime(at) < LongestPause ? Longer(_pause) : ShortestPause;
            (Fault, Since) = (StorageFault.Text(error), time.GetUtcNow());

            _well = new TaskCompletionSource(IDispatcher.Of(time).Completions);
            LookLater();
        }

        tell($"A write to the data folder {folder} failed: {Fault}. Requests are still answered; deployments and builds wait until writes work again.");
    }

    /// <summary>Completes when writes work.</summary>
    public Task UntilWellAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _well.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _next?.Dispose();
            _well.TrySetCanceled();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 > LongestPause ? LongestPause : pause * 2;

    private void LookLater()
    {
        _next?.Dispose();
        _next = _closed ? null : GuardedTimer.Create(time, Look, _ => StillIll(), _pause, Timeout.InfiniteTimeSpan);
    }

    private void StillIll()
    {
        lock (_gate)
        {
            LookLater();
        }
    }

    private void Look()
    {
        probe();
        TaskCompletionSource well;
        lock (_gate)
        {
            Fault = null;
            _recovered = time.GetTimestamp();
            well = _well;
        }

        well.TrySetResult();
        tell($"Writes to the data folder {folder} work again; what waited goes on.");
        Recovered?.Invoke();
    }
}
