using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Delivering;

/// <summary>Brings messages, each at least once: one is stored before its sender knows, and is there until it was brought, or given up and that was told.</summary>
internal sealed class DeliveryLine(string name, RecordStore<Delivery> records, IDeliveryCourse course, TimeProvider time, ILogger logger, Unattended unattended) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Stores a message.</summary>
    /// <returns>Begins to bring it.</returns>
    public Action Store(Delivery delivery)
    {
        records.Save(delivery);
        return () => Begin(delivery);
    }

    /// <summary>Begins, with what an earlier run left.</summary>
    public void Start()
    {
        foreach (var left in records.All)
        {
            Begin(left);
        }

        _started.TrySetResult();
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

    private void Begin(Delivery delivery)
    {
        var begun = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var added = _underWay.TryAdd(delivery.Id, unattended.Start($"{name} {delivery.Id} to {delivery.Place}", async () =>
        {
            if (!await begun.Task.WaitAsync(_stop.Token))
            {
                return;
            }

            try
            {
                await RunAsync(delivery);
            }
            finally
            {
                _underWay.TryRemove(delivery.Id, out _);
            }
        }));
        begun.SetResult(added);
    }

    private async Task RunAsync(Delivery delivery)
    {
        // While nothing ran only the clock on the wall went on, which may have been set.
        var aged = time.GetUtcNow() - delivery.TakenAt is { Ticks: > 0 } waited ? waited : TimeSpan.Zero;
        var since = time.GetTimestamp();
        await _started.Task.WaitAsync(_stop.Token);
        while (await FailureAsync(delivery) is { } failure)
        {
            delivery = delivery with { Failures = delivery.Failures + 1 };
            var pause = failure.IsFinal ? null : course.Pause(delivery, aged + time.GetElapsedTime(since));
            if (pause is null)
            {
                logger.LogWarning("{Name} {Id} of {Origin} to {Target} was given up after {Tries} tries: {Reason}", name, delivery.Id, delivery.Origin, delivery.Place, delivery.Failures, failure.Message);
                await BuryAsync(delivery, failure);
                break;
            }

            await StoreAsync(delivery, () => records.Save(delivery));
            await Task.Delay(pause.Value, time, _stop.Token);
        }

        await StoreAsync(delivery, () => records.Delete(delivery.Id));
    }

    private async Task<DeliveryFailedException?> FailureAsync(Delivery delivery)
    {
        try
        {
            await course.SendAsync(delivery, _stop.Token);
            return null;
        }
        catch (DeliveryFailedException e)
        {
            // That says nothing about the message.
            _stop.Token.ThrowIfCancellationRequested();
            return e;
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            return new DeliveryFailedException("INTERNAL_ERROR", e.Message);
        }
    }

    private async Task BuryAsync(Delivery delivery, DeliveryFailedException failure)
    {
        try
        {
            await course.BuryAsync(delivery, failure, _stop.Token);
        }
        catch (DeliveryFailedException e)
        {
            logger.LogError("{Name} {Id} of {Origin} is lost, since {Grave} does not take it: {Reason}", name, delivery.Id, delivery.Origin, delivery.DeadLetters, e.Message);
        }
    }

    /// <summary>What has come to its end while the suite stops is noted all the same, if the disk takes it.</summary>
    private Task StoreAsync(Delivery delivery, Action write)
    {
        var isTried = false;
        return unattended.StoreAsync($"What became of {name} {delivery.Id}", () => { isTried = true; write(); }, () => isTried && _stop.IsCancellationRequested);
    }
}
