using System.Text.Json.Nodes;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Api;

/// <summary>
/// Resources that users name: the record is under an id, for ever its own, and a reference to it under the name. So a rename moves nothing that belongs to the resource, and a name that was freed and taken anew is another resource.
/// </summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TName">The name, with what it is unique in if that is more than the suite.</typeparam>
public abstract class NamedStore<TRecord, TName>(ITable table)
    where TRecord : class
    where TName : notnull
{
    /// <summary>Where the resources are.</summary>
    protected ITable Table { get; } = table;

    /// <summary>The resource that has this name now, or null.</summary>
    public async Task<TRecord?> FindAsync(TName name, CancellationToken cancellationToken = default) => (await FindItemAsync(name, cancellationToken))?.Value is { } record && IsThere(record) ? record : null;

    /// <summary>The resource with this id, whatever its name is now; null if there is none (any more).</summary>
    public async Task<TRecord?> FindByIdAsync(string id, CancellationToken cancellationToken = default) =>
        (await Table.FindAsync<TRecord>(RecordKey(id), cancellationToken))?.Value is { } record && IsThere(record) ? record : null;

    /// <summary>The resource that has this name now.</summary>
    /// <exception cref="Exception"><see cref="DoesNotExist"/>.</exception>
    public async Task<TRecord> GetAsync(TName name, CancellationToken cancellationToken = default) => await FindAsync(name, cancellationToken) ?? throw DoesNotExist(name);

    /// <exception cref="Exception"><see cref="AlreadyExists"/>, or what a write beside means.</exception>
    public async Task CreateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<GuardedWrite> writes = [Taken(record), PutItem.Of(RecordKey(IdOf(record)), record, Condition.Absent), .. Beside(null, record)];
        await Contention.DecideAsync(What(NameOf(record)), async () => await GuardedWrite.TryAllAsync(Table, writes, cancellationToken) ? record : null);
    }

    /// <summary>Changes what is stored, by whatever it is when the change is written. A change of the name is a rename.</summary>
    /// <exception cref="Exception"><see cref="DoesNotExist"/>, <see cref="AlreadyExists"/> of a new name, what the change throws, or what a write beside means.</exception>
    public Task<TRecord> ChangeAsync(TName name, Func<TRecord, TRecord> change, CancellationToken cancellationToken = default) =>
        ChangeAsync(name, record => Task.FromResult(change(record)), cancellationToken);

    /// <summary>The same for a change that has to look something up.</summary>
    /// <exception cref="Exception">As above.</exception>
    public Task<TRecord> ChangeAsync(TName name, Func<TRecord, Task<TRecord>> change, CancellationToken cancellationToken = default) => Contention.DecideAsync(
        What(name),
        async () =>
        {
            var before = await FindItemAsync(name, cancellationToken);
            if (before is null || !IsThere(before.Value))
            {
                throw DoesNotExist(name);
            }

            var after = await change(before.Value);
            return ReferenceEquals(before.Value, after) || await GuardedWrite.TryAllAsync(Table, Changes(before, after), cancellationToken) ? after : null;
        });

    /// <summary>Deletes it and frees its name.</summary>
    /// <returns>What was deleted; null if there was none.</returns>
    public async Task<TRecord?> DeleteAsync(TName name, CancellationToken cancellationToken = default)
    {
        var deleted = await Contention.DecideAsync(
            What(name),
            async () => await FindItemAsync(name, cancellationToken) is not { } before ? new Deleted(null)
                : await GuardedWrite.TryAllAsync(Table, [new DeleteItem(RecordKey(IdOf(before.Value)), Condition.Rev(before.Rev)), Freed(before.Value), .. Beside(before.Value, null)], cancellationToken) ? new Deleted(before.Value)
                : null);
        return deleted.Record;
    }

    /// <summary>The one that has this name, also if it is not there for others any more; null if the name is free.</summary>
    protected async Task<Versioned<TRecord>?> FindItemAsync(TName name, CancellationToken cancellationToken)
    {
        if (!CanBe(name) || await Table.GetAsync(NameKey(name), cancellationToken) is not { } reference)
        {
            return null;
        }

        // Between the two reads it may be renamed or deleted: then it has not that name any more.
        var found = await Table.FindAsync<TRecord>(RecordKey(reference.Attributes[IdMember]!.GetValue<string>()), cancellationToken);
        return found is not null && Equals(NameOf(found.Value), name) ? found : null;
    }

    /// <summary>The id of a record.</summary>
    protected abstract string IdOf(TRecord record);

    /// <summary>The name that a record has now.</summary>
    protected abstract TName NameOf(TRecord record);

    /// <summary>Where records are.</summary>
    protected abstract Key RecordKey(string id);

    /// <summary>Where names are.</summary>
    protected abstract Key NameKey(TName name);

    /// <summary>The attribute of a name's item that holds the id.</summary>
    protected virtual string IdMember => "id";

    /// <summary>Whether anything can have this name. One that breaks the rules, which a model may not check where it is only asked for, is not looked for: the table takes no key of any length.</summary>
    protected virtual bool CanBe(TName name) => true;

    /// <summary>Whether it is there for those who ask; one that is being deleted may not be.</summary>
    protected virtual bool IsThere(TRecord record) => true;

    /// <summary>What is written with a creation (before is null), a change or a deletion (after is null), such as claims on what only one may have.</summary>
    protected virtual IEnumerable<GuardedWrite> Beside(TRecord? before, TRecord? after) => [];

    /// <summary>What others change, as a sentence begins.</summary>
    protected virtual string What(TName name) => $"What is named '{name}'";

    /// <summary>The model's error.</summary>
    protected abstract Exception DoesNotExist(TName name);

    /// <summary>The model's error.</summary>
    protected abstract Exception AlreadyExists(TName name);

    private IReadOnlyList<GuardedWrite> Changes(Versioned<TRecord> before, TRecord after)
    {
        GuardedWrite changed = PutItem.Of(RecordKey(IdOf(after)), after, Condition.Rev(before.Rev));
        return Equals(NameOf(before.Value), NameOf(after))
            ? [changed, .. Beside(before.Value, after)]
            : [Taken(after), changed, Freed(before.Value), .. Beside(before.Value, after)];
    }

    private GuardedWrite Taken(TRecord record) => new(new PutItem(NameKey(NameOf(record)), new JsonObject { [IdMember] = IdOf(record) }, Condition.Absent), AlreadyExists(NameOf(record)));

    private DeleteItem Freed(TRecord record) => new(NameKey(NameOf(record)), Condition.Equal(IdMember, IdOf(record)));

    private sealed record Deleted(TRecord? Record);
}
