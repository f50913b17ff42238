using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Storage;
using Sluice.Local.Host.Templates;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Queues;

/// <summary>Lambda's own queue of events for one function: an event is stored before it is taken over, and the function called with it, twice more after failures.</summary>
internal sealed class AsyncInvocations
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    // Only the next process may find what this one had begun.
    private static readonly TimeSpan LongerThanAnyTry = TimeSpan.FromHours(1);

    private readonly SuiteFunction _function;
    private readonly QueueStore _store;
    private readonly StorageHealth _storage;
    private readonly ILogger<AsyncInvocations> _logger;
    private readonly TemplateQueue _queue;
    private readonly MessageSignal _signal;

    public AsyncInvocations(SuiteFunction function, QueueStore store, StorageHealth storage, TimeProvider time, ILogger<AsyncInvocations> logger)
    {
        _function = function;
        _store = store;
        _storage = storage;
        _logger = logger;
        _queue = new TemplateQueue($"events of {function.Name}", LongerThanAnyTry, MaxReceiveCount: null, DeadLetters: null);
        _signal = new MessageSignal(_queue.Name, store, time);
    }

    /// <summary>The event is stored when this returns.</summary>
    /// <returns>Says that it is there.</returns>
    public Action Store(JsonObject happened)
    {
        _store.Send(_queue.Name, happened.ToJsonString());
        return _signal.Raise;
    }

    /// <summary>No event waits for the one before it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        // Also when it runs once more after a failure: what made it fail may have left events behind.
        _signal.Raise();
        var calls = new List<Task>();
        try
        {
            while (true)
            {
                await _signal.WaitAsync(stop);
                await _storage.UntilWellAsync(stop);
                while (_store.Receive(_queue) is { Count: > 0 } batch)
                {
                    calls.RemoveAll(call => call.IsCompleted);
                    calls.AddRange(batch.Select(message => CallAsync(message, stop)));
                }
            }
        }
        finally
        {
            await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A disk that takes no writes is no failure of the function: it is called again when the disk is well, as often as that takes.</summary>
    private async Task CallAsync(QueueMessage message, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await TryAsync(message, stop);
                return;
            }
            catch (Exception e) when (StorageFault.In(e))
            {
                _storage.Failed(e);
            }

            await _storage.UntilWellAsync(stop);
        }
    }

    private async Task TryAsync(QueueMessage message, CancellationToken stop)
    {
        try
        {
            await _function.InvokeAsync(JsonNode.Parse(message.Body), stop);
            _store.Delete(message.Id);
        }
        catch (Exception e) when (!StorageFault.In(e) && !stop.IsCancellationRequested)
        {
            var isLast = message.Tries > Pauses.Length;
            _logger.LogWarning(e, "{Function} failed for an event; {Next}", _function.Name, isLast ? "giving up" : "it is tried again");
            if (isLast)
            {
                _store.Delete(message.Id);
                return;
            }

            _store.ReturnAfter(message.Id, Pauses[message.Tries - 1]);
            _signal.Raise();
        }
    }
}
