using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Runs;

/// <summary>
/// The one way to read and change the runs of a service: read, decide, write at the revision that was read, and decide again if someone was faster. So a decision always sees all that was stored before
/// it, its events are told if and only if it is stored, and parking and stopping cannot miss each other.
/// </summary>
public abstract class RunStore<TRecord>(ITable table)
    where TRecord : class
{
    /// <summary>Where the runs are.</summary>
    protected ITable Table { get; } = table;

    /// <summary>The record as it is, or null.</summary>
    protected Task<Versioned<TRecord>?> FindAsync(Key key, CancellationToken cancellationToken) => Table.FindAsync<TRecord>(key, cancellationToken);

    /// <summary>Decides and stores.</summary>
    /// <param name="key">Which record.</param>
    /// <param name="decide">The decision; pure, since it is made again if someone was faster.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    /// <exception cref="Exception">What <see cref="Missing"/> says if there is no such record, what the decision throws, or what a write beside the record's own means that was refused.</exception>
    protected Task<(TRecord Record, T Answer)> DecideAsync<T>(Key key, Func<TRecord, Decision<TRecord, T>> decide, CancellationToken cancellationToken) =>
        DecideAsync(key, (seen, _) => Task.FromResult(decide(seen.Value)), cancellationToken);

    /// <summary>Decides on what is read beside the record, too, and stores.</summary>
    protected async Task<(TRecord Record, T Answer)> DecideAsync<T>(
        Key key, Func<Versioned<TRecord>, CancellationToken, Task<Decision<TRecord, T>>> decide, CancellationToken cancellationToken)
    {
        var decided = await Contention.DecideAsync(
            What(key),
            async () =>
            {
                var before = await FindAsync(key, cancellationToken) ?? throw Missing(key);
                var decision = await decide(before, cancellationToken);
                return ReferenceEquals(before.Value, decision.Record) || await TryWriteAsync(before, decision, cancellationToken) ? decision : null;
            },
            Tries);
        return decided.Throw is null ? (decided.Record, decided.Answer) : throw decided.Throw;
    }

    /// <summary>The writes of a change, for a transaction of the caller's own.</summary>
    protected IReadOnlyList<GuardedWrite> WritesOf(RunChange<TRecord> change) =>
    [
        PutItem.Of(KeyOf(change.After), change.After, change.Before is { } before ? Condition.Rev(before.Rev) : Condition.Absent, IndexOf(change.After), ExpiryOf(change.After)),
        .. Stamped(change.After, change.Events, (change.Before?.Rev ?? 0) + 1).Select(Outbox.Event),
        .. change.Also,
        .. Follows(change.Before?.Value, change.After),
    ];

    /// <summary>Where a record is.</summary>
    protected abstract Key KeyOf(TRecord record);

    /// <summary>Its place in the index, if any.</summary>
    protected virtual IndexKey? IndexOf(TRecord record) => null;

    /// <summary>When it may be forgotten; null for never.</summary>
    protected virtual DateTimeOffset? ExpiryOf(TRecord record) => null;

    /// <summary>Its events with their ids, times and numbers.</summary>
    /// <param name="record">As it is stored.</param>
    /// <param name="events">In their order.</param>
    /// <param name="rev">The revision that the record gets: a revision is written once, so it can number them.</param>
    protected abstract IEnumerable<SuiteEvent> Stamped(TRecord record, IReadOnlyList<RunEvent> events, long rev);

    /// <summary>What is kept elsewhere of a record, such as what listings read.</summary>
    /// <param name="before">As it was; null if it is made.</param>
    /// <param name="after">As it is to be.</param>
    protected virtual IEnumerable<GuardedWrite> Follows(TRecord? before, TRecord after) => [];

    /// <summary>Adds what follows from a decision and needs another read at the time of writing.</summary>
    protected virtual Task<Decision<TRecord, T>> CompletedAsync<T>(TRecord before, Decision<TRecord, T> decision, CancellationToken cancellationToken) => Task.FromResult(decision);

    /// <summary>What is thrown if there is no such record.</summary>
    protected abstract Exception Missing(Key key);

    /// <summary>The record as a sentence begins that says that others change it.</summary>
    protected virtual string What(Key key) => $"The record {key}";

    /// <summary>How often a thing is decided before it is given up.</summary>
    protected virtual int Tries => Contention.Tries;

    private async Task<bool> TryWriteAsync<T>(Versioned<TRecord> before, Decision<TRecord, T> decision, CancellationToken cancellationToken)
    {
        var whole = await CompletedAsync(before.Value, decision, cancellationToken);
        var own = new RunChange<TRecord>(before, whole.Record) { Events = whole.Events, Also = whole.Also };
        return await GuardedWrite.TryAllAsync(Table, [.. WritesOf(own), .. whole.Beside.SelectMany(WritesOf)], cancellationToken);
    }
}
