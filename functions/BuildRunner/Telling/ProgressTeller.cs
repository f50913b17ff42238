using System.Threading.Channels;
using Sluice.BuildContract;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Runs;

namespace Sluice.BuildRunner.Telling;

/// <summary>
/// Tells the service how far a build is, beside the build: whenever that changes, and as a sign of life in between. Only the newest matters, so what cannot be told is told with the next; a service that
/// cannot be reached never fails a build.
/// </summary>
internal sealed class ProgressTeller : IBuildObserver, IAsyncDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(10);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _end = new();
    private readonly IProgressService _service;
    private readonly TimeProvider _time;
    private readonly Action _stop;
    private readonly Lock _lock = new();
    private readonly Task _telling;
    private BuildProgress _progress;

    /// <param name="service">Who wants to hear.</param>
    /// <param name="id">The build's id.</param>
    /// <param name="secret">The job's.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends the build as STOPPED.</param>
    public ProgressTeller(IProgressService service, string id, string secret, TimeProvider time, Action stop)
    {
        (_service, _time, _stop) = (service, time, stop);
        _progress = new BuildProgress(id, secret, [], null, null);
        _telling = TellAsync();
    }

    public void Begins(PhaseType phase) => Change(progress => progress with { CurrentPhase = phase });

    public void Ended(PhaseRecord phase) => Change(progress => progress with { Phases = [.. progress.Phases, phase], CurrentPhase = null });

    public void Resolved(string version) => Change(progress => progress with { ResolvedSourceVersion = version });

    /// <summary>Tells the last once more, if it has not been heard, and waits a little for that.</summary>
    public async ValueTask DisposeAsync()
    {
        _changed.Writer.TryComplete();
        await Task.WhenAny(_telling, Task.Delay(LastPatience, _time));
        await _end.CancelAsync();
        await _telling;
        _end.Dispose();
    }

    private void Change(Func<BuildProgress, BuildProgress> change)
    {
        lock (_lock)
        {
            _progress = change(_progress);
        }

        _changed.Writer.TryWrite(true);
    }

    private async Task TellAsync()
    {
        var isHeard = true;
        try
        {
            while (await ChangesAsync(isHeard) || !isHeard)
            {
                isHeard = await TryTellAsync();
                if (!isHeard && _changed.Reader.Completion.IsCompleted)
                {
                    await Task.Delay(AfterFailure, _time, _end.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // There was waited enough.
        }
    }

    /// <returns>False if nothing more comes. A sign of life is due when nothing has come for a while.</returns>
    private async Task<bool> ChangesAsync(bool isHeard)
    {
        var next = _changed.Reader.WaitToReadAsync(_end.Token).AsTask();
        using var waking = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        await Task.WhenAny(next, Task.Delay(isHeard ? Heartbeat : AfterFailure, _time, waking.Token));
        await waking.CancelAsync();
        return !next.IsCompleted || (await next && _changed.Reader.TryRead(out _));
    }

    private async Task<bool> TryTellAsync()
    {
        BuildProgress now;
        lock (_lock)
        {
            now = _progress;
        }

        try
        {
            if ((await _service.TellAsync(now, _end.Token)).Stop)
            {
                _stop();
            }

            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
