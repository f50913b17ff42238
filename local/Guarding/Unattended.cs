using Microsoft.Extensions.Logging;
using Sluice.Platform.Storage;

namespace Sluice.Local.Guarding;

/// <summary>
/// Runs what nobody waits for: timers' callbacks, loops, tasks beside a caller, handlers of events. One that fails, fails alone: it is told, and all goes on. None may end the process, and none may end unheard.
/// </summary>
internal sealed class Unattended(ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A timer; a period of <see cref="Timeout.InfiniteTimeSpan"/> lets it ring once.</summary>
    public ITimer Timer(string name, Action body, TimeSpan due, TimeSpan period) => GuardedTimer.Create(time, body, e => Tell(name, e), due, period);

    /// <summary>Runs on the thread pool what may take long before its first await.</summary>
    /// <returns>Completes, and never fails, when it has ended.</returns>
    public Task Start(string name, Func<Task> body)
    {
#pragma warning disable RS0030 // Here it is guarded.
        return Beside(name, () => Task.Run(body));
#pragma warning restore RS0030
    }

    /// <summary>Begins something that the caller does not wait for.</summary>
    /// <returns>Completes, and never fails, when it has ended.</returns>
    public async Task Beside(string name, Func<Task> body)
    {
        try
        {
            await body();
        }
        catch (OperationCanceledException e)
        {
            logger.LogDebug(e, "{Name} was called off", name);
        }
        catch (Exception e)
        {
            Tell(name, e);
        }
    }

    /// <summary>A loop until it is stopped or has done its work: one that fails begins anew after a pause, which grows with each failure in a row.</summary>
    public async Task LoopAsync(string name, Func<CancellationToken, Task> body, CancellationToken stop)
    {
        var pause = ShortestPause;
        while (true)
        {
            var began = time.GetTimestamp();
            if (await IsOverAsync(name, body, stop))
            {
                return;
            }

            pause = time.GetElapsedTime(began) > LongestPause ? ShortestPause : pause;
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    /// <summary>Writes what must be written some time, and tries again while the disk takes no writes.</summary>
    /// <param name="isOver">It need not be written any more, or not now.</param>
    public async Task StoreAsync(string name, Action write, Func<bool> isOver)
    {
        while (!isOver())
        {
            try
            {
                write();
                return;
            }
            catch (Exception e) when (StorageFault.In(e))
            {
                logger.LogWarning(e, "{Name} could not be stored; it is tried again", name);
            }

            await Task.Delay(ShortestPause, time);
        }
    }

    /// <summary>Calls a handler of somebody else's.</summary>
    public void Try(string name, Action handler)
    {
        try
        {
            handler();
        }
        catch (Exception e)
        {
            Tell(name, e);
        }
    }

    /// <summary>Calls every handler of an event: one that fails does not keep it from the others.</summary>
    public void Each<T>(string name, Action<T>? handlers, T happened)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            Try(name, () => handler(happened));
        }
    }

    private async Task<bool> IsOverAsync(string name, Func<CancellationToken, Task> body, CancellationToken stop)
    {
        try
        {
            if (!stop.IsCancellationRequested)
            {
                await body(stop);
            }

            return true;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            Tell(name, e);
            return false;
        }
        catch (Exception e)
        {
            logger.LogDebug(e, "{Name} has stopped", name);
            return true;
        }
    }

    /// <summary>Says what failed where it is heard.</summary>
    public void Tell(string name, Exception e) => logger.LogCritical(e, "{Name} failed: {Message}. The rest goes on.", name, e.Message);
}
