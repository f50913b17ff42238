using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Queueing;

/// <summary>The queue in the table: one item, always written whole and with a condition on its revision.</summary>
internal sealed class BuildQueueStore(ITable table)
{
    // All builds that begin and end change this one item.
    private const int MostTries = 50;
    private static readonly Key _key = new("BUILDQUEUE", "QUEUE");

    public async Task<BuildQueue> GetAsync(CancellationToken cancellationToken) => Read(await table.GetAsync(_key, cancellationToken));

    /// <summary>Decides and writes; decides again if somebody else was quicker.</summary>
    /// <param name="decide">No difference, no write.</param>
    /// <param name="tell">An event of the change, written with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConcurrentModificationException">Others were quicker again and again.</exception>
    public Task<BuildQueue> ChangeAsync(Func<BuildQueue, BuildQueue> decide, Func<BuildQueue, BuildQueue, SuiteEvent?> tell, CancellationToken cancellationToken) => Contention.DecideAsync(
        "The queue of builds",
        async () =>
        {
            var item = await table.GetAsync(_key, cancellationToken);
            var before = Read(item);
            var after = decide(before);
            return Same(before, after) || await TryAsync(item, after, tell(before, after), cancellationToken) ? after : null;
        },
        MostTries);

    private static BuildQueue Read(Item? item) => item?.Read<BuildQueue>() ?? BuildQueue.Empty;

    private static bool Same(BuildQueue left, BuildQueue right) => left.Running.SequenceEqual(right.Running) && left.Waiting.SequenceEqual(right.Waiting);

    private Task<bool> TryAsync(Item? before, BuildQueue after, SuiteEvent? told, CancellationToken cancellationToken)
    {
        var put = PutItem.Of(_key, after, before is null ? Condition.Absent : Condition.Rev(before.Rev));
        return table.TryTransactAsync(told is null ? [put] : [put, Outbox.Event(told)], cancellationToken);
    }
}
