using System.Globalization;

namespace Sluice.BuildRunner.Telling;

/// <summary>
/// Brings a log to the service beside the build: in batches, in order, at the service's own pace. A lost connection is waited for; what cannot be brought in the end is told to whoever reads the program's own output.
/// </summary>
internal sealed class LogShipping : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);
    private readonly LogSpool _spool;
    private readonly ILogService _service;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _shipping;
    private long _shipped;
    private string? _fault;

    /// <param name="spool">The log.</param>
    /// <param name="service">Where it goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Hears what could not be brought.</param>
    public LogShipping(LogSpool spool, ILogService service, TimeProvider time, Action<string> tell)
    {
        (_spool, _service, _time, _tell) = (spool, service, time, tell);
        _shipping = ShipAsync();
    }

    /// <summary>The log is over: waits for the rest of it, but not for ever.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAny(_shipping, Task.Delay(LastPatience, _time));
        await _end.CancelAsync();
        await _shipping;
        if (_shipped < _spool.Length)
        {
            _tell(string.Create(CultureInfo.InvariantCulture, $"{_spool.Length - _shipped} bytes of the log did not reach its log group: {_fault ?? "it takes too long"}"));
        }

        _over.Dispose();
        _end.Dispose();
    }

    private async Task ShipAsync()
    {
        // Whoever began it does not wait for the service.
        await Task.Yield();
        try
        {
            if (!await PersistAsync(() => _service.OpenAsync(_end.Token)))
            {
                return;
            }

            var batch = new LogBatch(_spool);
            while (true)
            {
                var isOver = _over.IsCancellationRequested;
                var (events, next) = batch.Take(_shipped, isOver);
                if (events.Count > 0)
                {
                    if (!await PersistAsync(() => _service.PutAsync(events, _end.Token)))
                    {
                        return;
                    }

                    _shipped = next;
                }
                else if (isOver)
                {
                    return;
                }
                else
                {
                    await SleepAsync(Pause, _over.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // There was waited enough.
        }
    }

    /// <returns>False if it will never be.</returns>
    private async Task<bool> PersistAsync(Func<Task> call)
    {
        for (var pause = Pause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await call();
                return true;
            }
            catch (LogServiceException e)
            {
                _fault = e.Message;
                if (!e.MayPass)
                {
                    return false;
                }
            }

            await Task.Delay(pause, _time, _end.Token);
        }
    }

    private async Task SleepAsync(TimeSpan pause, CancellationToken wake)
    {
        try
        {
            await Task.Delay(pause, _time, wake);
        }
        catch (OperationCanceledException)
        {
            // The log is over.
        }
    }
}
