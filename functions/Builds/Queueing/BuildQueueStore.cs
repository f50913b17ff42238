using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Queueing;

/// <summary>The queue in the table: one item, always written whole and with a condition on its revision.</summary>
internal sealed class BuildQueueStore(ITable table)
{
    private const int MostTries = 50;
    private static readonly Key _key = new("BUILDQUEUE", "QUEUE");

    public async Task<BuildQueue> GetAsync(CancellationToken cancellationToken) => Read(await table.GetAsync(_key, cancellationToken));

    /// <summary>Decides and writes; decides again if somebody else was quicker.</summary>
    /// <param name="decide">No difference, no write.</param>
    /// <param name="tell">An event of the change, written with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="QueueBusyException">Others were quicker again and again.</exception>
    public async Task<BuildQueue> ChangeAsync(Func<BuildQueue, BuildQueue> decide, Func<BuildQueue, BuildQueue, SuiteEvent?> tell, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var item = await table.GetAsync(_key, cancellationToken);
            var before = Read(item);
            var after = decide(before);
            if (Same(before, after) || await TryAsync(item, after, tell(before, after), cancellationToken))
            {
                return after;
            }
        }

        throw new QueueBusyException();
    }

    private static BuildQueue Read(Item? item) => item?.Read<BuildQueue>() ?? BuildQueue.Empty;

    private static bool Same(BuildQueue one, BuildQueue other) => one.Running.SequenceEqual(other.Running) && one.Waiting.SequenceEqual(other.Waiting);

    private async Task<bool> TryAsync(Item? before, BuildQueue after, SuiteEvent? told, CancellationToken cancellationToken)
    {
        var put = PutItem.Of(_key, after, before is null ? Condition.Absent : Condition.Rev(before.Rev));
        try
        {
            await table.TransactAsync(told is null ? [put] : [put, Outbox.Event(told)], cancellationToken);
            return true;
        }
        catch (TransactionRefusedException)
        {
            return false;
        }
    }
}
