using System.Collections.Concurrent;

namespace Sluice.Local.StateMachines.Journaling;

/// <summary>A journal that lasts as long as this object; an engine made after a crash of another one can go on with it.</summary>
public sealed class InMemoryExecutionJournal : IExecutionJournal
{
    private readonly ConcurrentDictionary<string, MemoryRecord> records = new();
    private long count;

    /// <inheritdoc/>
    public bool TryBegin(ExecutionStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return records.TryAdd(start.Arn, new MemoryRecord(start, Interlocked.Increment(ref count)));
    }

    /// <inheritdoc/>
    public void Append(string executionArn, JournalEntry entry)
    {
        var record = records[executionArn];
        lock (record)
        {
            (record.Entries ??= []).Add(entry);
        }
    }

    /// <inheritdoc/>
    public void End(string executionArn) => records[executionArn].Ended = true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Open() =>
        [.. records.Values.Where(record => !record.Ended).OrderBy(record => record.Number).Select(record => record.Start.Arn)];

    /// <inheritdoc/>
    public JournaledExecution? Read(string executionArn)
    {
        if (!records.TryGetValue(executionArn, out var record))
        {
            return null;
        }

        lock (record)
        {
            return new JournaledExecution(record.Start, record.Entries is null ? [] : [.. record.Entries], record.Ended);
        }
    }

    /// <summary>Forgets the executions that have ended and that started before this time; their names are free again (AWS keeps them for 90 days).</summary>
    /// <returns>How many were forgotten.</returns>
    public int Prune(DateTimeOffset startedBefore)
    {
        var pruned = 0;
        foreach (var record in records.Values.Where(record => record.Ended && record.Start.Time < startedBefore))
        {
            pruned += records.TryRemove(record.Start.Arn, out _) ? 1 : 0;
        }

        return pruned;
    }
}
