using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud;

/// <summary>Removes what is not to be kept: soon after the start, which does not wait for it, and then every hour.</summary>
internal sealed class HourlySweep(string name, Func<CancellationToken, Task> sweep, Unattended unattended, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private CancellationTokenSource? _stop;
    private Task _sweeps = Task.CompletedTask;

    /// <summary>Once.</summary>
    public void Start()
    {
        _stop = new CancellationTokenSource();
        _sweeps = unattended.LoopAsync(name, SweepAsync, _stop.Token);
    }

    /// <summary>Ends it; a second time there is nothing to end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stop, null) is { } stop)
        {
            await stop.CancelAsync();
            await _sweeps;
            stop.Dispose();
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            await sweep(stop);
            await Task.Delay(Pause, time, stop);
        }
    }
}
