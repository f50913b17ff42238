using Sluice.Local.Guarding;

namespace Sluice.Local.Host;

/// <summary>What runs for as long as the suite does. One that fails begins anew, and the rest goes on meanwhile.</summary>
internal sealed class Background(Unattended unattended) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];

    public void Run(string name, Func<CancellationToken, Task> body) => _running.Add(unattended.Start(name, () => unattended.LoopAsync(name, stop => ForeverAsync(body, stop), _stop.Token)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private static async Task ForeverAsync(Func<CancellationToken, Task> body, CancellationToken stop)
    {
        await body(stop);
        if (!stop.IsCancellationRequested)
        {
            throw new InvalidOperationException("It ended, which it never should.");
        }
    }
}
