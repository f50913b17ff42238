using Microsoft.Extensions.Logging;

namespace Sluice.Local.Host;

/// <summary>What runs for as long as the suite does. One that fails is a fault of ours: it is logged, and the rest goes on.</summary>
internal sealed class Background(ILogger<Background> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];

    public void Run(string name, Func<CancellationToken, Task> body) => _running.Add(GuardAsync(name, body));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private async Task GuardAsync(string name, Func<CancellationToken, Task> body)
    {
        try
        {
            await Task.Run(() => body(_stop.Token), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            logger.LogDebug("{Name} has stopped", name);
        }
        catch (Exception e)
        {
            logger.LogCritical(e, "{Name} ended, which it never should", name);
        }
    }
}
