using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Events;

namespace Sluice.Builds.Batching;

/// <summary>Batches in the table.</summary>
internal sealed class BatchStore(ITable table) : RunStore<BatchRecord>(table)
{
    private const string Prefix = "BUILDBATCH#";
    private const int SecondsPerMinute = 60;
    private const int DefaultTimeoutInMinutes = 480;

    // All of a hundred builds may end at once.
    private const int MostTries = 100;

    protected override int Tries => MostTries;

    public async Task<BatchRecord?> FindAsync(string batchId, CancellationToken cancellationToken) => (await FindAsync(KeyOf(batchId), cancellationToken))?.Value;

    public async Task<long> NextNumberAsync(string projectName, CancellationToken cancellationToken)
    {
        var item = await Table.UpdateAsync(new UpdateItem(new Key($"BUILDPROJECT#{projectName}", "BATCHNUMBER"), [Change.Add("number", 1)]), cancellationToken);
        return item.Attributes["number"]!.GetValue<long>();
    }

    /// <summary>Writes a new batch and the request to run it.</summary>
    /// <returns>False if somebody was faster with what is written beside it.</returns>
    public Task<bool> AddAsync(BatchRecord batch, IReadOnlyList<GuardedWrite> also, CancellationToken cancellationToken) => GuardedWrite.TryAllAsync(
        Table,
        WritesOf(new RunChange<BatchRecord>(null, batch) { Also = [Start(batch), .. also] }),
        cancellationToken);

    /// <summary>The request to run a batch.</summary>
    public static TableWrite Start(BatchRecord batch) => Outbox.Start(
        "build-batch",
        $"{batch.BatchId}-{batch.Attempt.ToString(CultureInfo.InvariantCulture)}",
        new JsonObject { ["batchId"] = batch.BatchId, ["timeoutSeconds"] = (batch.Config?.TimeoutInMins ?? DefaultTimeoutInMinutes) * SecondsPerMinute },
        batch.SubmittedAt);

    public Task<(BatchRecord Record, T Answer)> DecideAsync<T>(
        string batchId, Func<BatchRecord, CancellationToken, Task<Decision<BatchRecord, T>>> decide, CancellationToken cancellationToken) =>
        DecideAsync(KeyOf(batchId), (seen, cancellation) => decide(seen.Value, cancellation), cancellationToken);

    /// <summary>Removes a batch that has ended.</summary>
    /// <returns>False if it is not there, or has not ended.</returns>
    public async Task<bool> DeleteAsync(string batchId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(KeyOf(batchId), cancellationToken);
        return found is not null && found.Value.HasEnded()
            && await GuardedWrite.TryAllAsync(
                Table, [new DeleteItem(KeyOf(batchId), Condition.Rev(found.Rev)), .. BatchListing.KeysOf(found.Value).Select(GuardedWrite (key) => new DeleteItem(key))], cancellationToken);
    }

    protected override Key KeyOf(BatchRecord record) => KeyOf(record.BatchId);

    protected override IEnumerable<SuiteEvent> Stamped(BatchRecord record, IReadOnlyList<RunEvent> events, long rev) => [];

    /// <summary>It is listed as long as it is there; one that is started once more is there for good again.</summary>
    protected override IEnumerable<GuardedWrite> Follows(BatchRecord? before, BatchRecord after) => before?.HasEnded() == after.HasEnded()
        ? []
        : BatchListing.KeysOf(after).Select(GuardedWrite (key) => new PutItem(key, new JsonObject { ["id"] = after.FullId() }, ExpiresAt: ExpiryOf(after)));

    protected override DateTimeOffset? ExpiryOf(BatchRecord record) => Retention.After(record.EndedAt);

    protected override Exception Missing(Key key) => new BuildNotFoundException(key.Pk[Prefix.Length..]);

    private static Key KeyOf(string batchId) => new(Prefix + batchId, "BATCH");
}
