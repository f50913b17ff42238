using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Storage;
using Sluice.Local.Host.Templates;
using Sluice.Platform.Tables;

namespace Sluice.Local.Host.Events;

/// <summary>
/// EventBridge Pipes: carries new outbox items from the table's stream through the enrichment function to the bus, in order, each at least once.
/// </summary>
internal sealed class OutboxPipe(TemplatePipe pipe, ITableStream stream, SuiteFunction enrichment, LocalBus bus, StorageHealth storage, TimeProvider time, ILogger<OutboxPipe> logger)
{
    private const string Checkpoint = "outbox-pipe";
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LooksAgain = TimeSpan.FromSeconds(1);
    private readonly Signal _signal = new();
    private long? _position;

    public async Task RunAsync(CancellationToken stop)
    {
        stream.Committed += Wake;

        // Also when it runs once more after a failure: what made it fail may have left items behind.
        _signal.Raise();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await WaitAsync(stop);
                await storage.UntilWellAsync(stop);
                await DrainAsync(stop);
            }
        }
        finally
        {
            stream.Committed -= Wake;
        }
    }

    /// <summary>For a write of ours, of which the table tells; another process, whose writes it does not see, may have written since the last look.</summary>
    private async Task WaitAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(LooksAgain, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        await _signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        stop.ThrowIfCancellationRequested();
    }

    private void Wake(object? sender, EventArgs e) => _signal.Raise();

    private async Task DrainAsync(CancellationToken stop)
    {
        _position ??= await stream.GetCheckpointAsync(Checkpoint, stop);
        while (await stream.ReadAsync(_position.Value, pipe.BatchSize, stop) is { Count: > 0 } records)
        {
            if (!await TryCarryAsync(records, stop))
            {
                await Task.Delay(PauseAfterFailure, time, stop);
                continue;
            }

            // Also when it ends just now: what was carried would be carried, and told, again at the next start. In this process it is not, even if that cannot be written down.
            _position = records[^1].Sequence;
            await stream.SaveCheckpointAsync(Checkpoint, _position.Value, CancellationToken.None);
        }
    }

    private async Task<bool> TryCarryAsync(IReadOnlyList<StreamRecord> records, CancellationToken stop)
    {
        try
        {
            JsonObject[] matching = [.. records.Select(record => record.ToDynamoDbRecord(LocalAws.Region)).Where(pipe.Filter.Matches)];
            var events = matching.Length == 0 ? [] : (JsonArray)(await enrichment.InvokeAsync(new JsonArray([.. matching]), stop))!;
            foreach (var happened in events)
            {
                bus.Publish(pipe.Bus, Envelope((JsonObject)happened!));
            }

            return true;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            logger.LogError(e, "The outbox could not be carried on from {First} to {Last}; it is tried again", records[0].Sequence, records[^1].Sequence);
            return false;
        }
    }

    private static JsonObject Envelope(JsonObject happened) => EventEnvelope.Wrap(
        (string)happened["Id"]!,
        (string)happened["Source"]!,
        (string)happened["DetailType"]!,
        (JsonObject)happened["Detail"]!.DeepClone(),
        (DateTimeOffset)happened["Time"]!,
        ((JsonArray)happened["Resources"]!).Select(resource => (string)resource!).Distinct());
}
