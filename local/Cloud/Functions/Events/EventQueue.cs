using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>Lambda's own queue of asynchronous requests: each is stored before its caller knows, and is there until it was answered, or was given up and that was told.</summary>
/// <param name="atOnce">How many requests of one function are made at a time: those that wait here are in nobody's way.</param>
internal sealed class EventQueue(
    RecordStore<QueuedEvent> records, FunctionStore functions, EventReports reports, LambdaMetrics metrics, int atOnce, TimeProvider time, ILogger logger, Unattended unattended) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<VersionRunner> _runner = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Takes a request; it is stored when this returns.</summary>
    public void Add(FunctionReference reference, InvocationRequest request)
    {
        var queued = QueuedEvent.Of(reference, request, time.GetUtcNow());
        records.Save(queued);
        metrics.EventReceived(queued.Function);
        Begin(queued);
    }

    /// <summary>Begins, with what an earlier run left.</summary>
    public void Start(VersionRunner runner)
    {
        foreach (var queued in records.All)
        {
            Begin(queued);
        }

        _runner.SetResult(runner);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await Task.WhenAll(_underWay.Values);
        _stop.Dispose();
    }

    private void Begin(QueuedEvent queued)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[queued.RequestId] = unattended.Start($"The asynchronous request {queued.RequestId} of {queued.Function}", async () =>
        {
            await begun.Task;
            try
            {
                await RunAsync(queued);
            }
            finally
            {
                _underWay.TryRemove(queued.RequestId, out _);
            }
        });
        begun.SetResult();
    }

    private async Task RunAsync(QueuedEvent queued)
    {
        // While nothing ran only the clock on the wall went on, which may have been set.
        var aged = time.GetUtcNow() - queued.TakenAt is { Ticks: > 0 } waited ? waited : TimeSpan.Zero;
        var since = time.GetTimestamp();
        var runner = await _runner.Task.WaitAsync(_stop.Token);
        var course = new EventCourse(
            () => InTurnAsync(queued, runner), () => SettingsOf(queued), () => aged + time.GetElapsedTime(since), failures => StoreAsync(queued, () => records.Save(queued with { Failures = failures })), time);
        var outcome = await course.RunAsync(queued.Failures, _stop.Token);
        if (!outcome.Succeeded)
        {
            logger.LogWarning("The asynchronous request {Request} of {Function} was given up: {Condition}. {Refusal}", queued.RequestId, queued.Function, outcome.Condition, outcome.Refusal);
            metrics.EventDropped(queued.Function);
        }

        await StoreAsync(queued, () => reports.Tell(queued, outcome, SettingsOf(queued)));
        await StoreAsync(queued, () => records.Delete(queued.RequestId));
    }

    private async Task<InvocationResult> InTurnAsync(QueuedEvent queued, VersionRunner runner)
    {
        var turns = _turns.GetOrAdd(queued.Function, _ => new SemaphoreSlim(atOnce));
        await turns.WaitAsync(_stop.Token);
        try
        {
            return await runner.RunAsync(queued.Reference, queued.Request);
        }
        finally
        {
            turns.Release();
        }
    }

    private EventSettings SettingsOf(QueuedEvent queued) => functions.Find(queued.Function)?.EventSettingsOf(queued.Reference.Target) ?? EventSettings.Default;

    /// <summary>What has come to its end while the suite stops is noted all the same, if the disk takes it.</summary>
    private Task StoreAsync(QueuedEvent queued, Action write)
    {
        var isTried = false;
        return unattended.StoreAsync($"What became of the asynchronous request {queued.RequestId}", () => { isTried = true; write(); }, () => isTried && _stop.IsCancellationRequested);
    }
}
