using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Storage;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Host.Queues;

/// <summary>Lambda's SQS event source: brings messages to a function in batches and deletes those that it does not report as failed.</summary>
internal sealed class QueueConsumer(TemplateQueue queue, SuiteFunction function, QueueStore store, StorageHealth storage, TimeProvider time, ILogger<QueueConsumer> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly MessageSignal _signal = new(queue.Name, store, time);

    /// <summary>Says that there may be a message.</summary>
    public void Wake() => _signal.Raise();

    public async Task RunAsync(CancellationToken stop)
    {
        // Also when it runs once more after a failure: what made it fail may have left messages behind.
        Wake();
        while (!stop.IsCancellationRequested)
        {
            await _signal.WaitAsync(stop);

            // A try counts, and a message that was tried too often is buried: none is spent on a disk that takes no writes.
            await storage.UntilWellAsync(stop);
            while (store.Receive(queue) is { Count: > 0 } batch && !stop.IsCancellationRequested)
            {
                await TryAsync(batch, stop);
            }
        }
    }

    private async Task TryAsync(IReadOnlyList<QueueMessage> batch, CancellationToken stop)
    {
        var failed = await FailedAsync(batch, stop);
        foreach (var message in batch.Where(message => !failed.Contains(message.Id)))
        {
            store.Delete(message.Id);
        }

        foreach (var id in failed)
        {
            store.ReturnAfter(id, Pause);
        }
    }

    private async Task<HashSet<long>> FailedAsync(IReadOnlyList<QueueMessage> batch, CancellationToken stop)
    {
        try
        {
            var answer = await function.InvokeAsync(Event(batch), stop);
            var failures = answer?["batchItemFailures"] as JsonArray ?? [];
            return [.. failures.Select(failure => long.Parse((string)failure!["itemIdentifier"]!))];
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            storage.Failed(e);
            logger.LogWarning(e, "{Function} failed for {Count} messages of {Queue}", function.Name, batch.Count, queue.Name);
            return [.. batch.Select(message => message.Id)];
        }
    }

    private static JsonObject Event(IReadOnlyList<QueueMessage> batch) => new()
    {
        ["Records"] = new JsonArray([.. batch.Select(message => new JsonObject
        {
            ["messageId"] = message.Id.ToString(),
            ["receiptHandle"] = message.Id.ToString(),
            ["body"] = message.Body,
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = message.Tries.ToString() },
            ["eventSource"] = "aws:sqs",
        })]),
    };
}
