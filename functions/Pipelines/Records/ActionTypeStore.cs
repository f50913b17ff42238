using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>The types of actions that do not come with the suite, in the table.</summary>
internal sealed class ActionTypeStore(ITable table)
{
    /// <summary>CodePipeline's quota of types that users have made.</summary>
    public const int Most = 50;

    private const string Partition = "ACTIONTYPES";
    private const string Count = "count";
    private static readonly Key _counter = new("ACTIONTYPECOUNT", "COUNT");

    /// <summary>The type; null if there is none, or it was deleted.</summary>
    public async Task<StoredActionType?> FindAsync(ActionTypeId id, CancellationToken cancellationToken) =>
        (await table.FindAsync<StoredActionType>(KeyOf(id), cancellationToken))?.Value is { IsDeleted: false } found ? found : null;

    /// <summary>All that are not deleted, in the order of their ids.</summary>
    public async Task<IReadOnlyList<StoredActionType>> ListAsync(CancellationToken cancellationToken) => [.. (await AllAsync(cancellationToken)).Where(type => !type.IsDeleted)];

    /// <summary>All, also those that are deleted, in the order of their ids.</summary>
    public async Task<IReadOnlyList<StoredActionType>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<StoredActionType>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition), cancellationToken))
        {
            found.Add(item.Read<StoredActionType>());
        }

        return found;
    }

    /// <summary>Changes the type, makes it or deletes it, by what it is when that is written; one that was deleted is given to the change, too.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Pure; null or the same leaves all as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">There would be too many that users have made.</exception>
    /// <exception cref="ConcurrentModificationException">Others changed it again and again.</exception>
    public Task ChangeAsync(ActionTypeId id, Func<StoredActionType?, StoredActionType?> change, CancellationToken cancellationToken) => Contention.RetryAsync(
        $"The action type '{id.Provider}'",
        async () =>
        {
            var before = await table.FindAsync<StoredActionType>(KeyOf(id), cancellationToken);
            var after = change(before?.Value);
            return after is null || ReferenceEquals(after, before?.Value) || await GuardedWrite.TryAllAsync(table, WritesOf(before, after), cancellationToken);
        });

    private static IReadOnlyList<GuardedWrite> WritesOf(Versioned<StoredActionType>? before, StoredActionType after) =>
    [
        PutItem.Of(KeyOf(after.Type.Id), after, before is null ? Condition.Absent : Condition.Rev(before.Rev)),
        .. CounterOf(after.Type.Id.Owner, Lives(after) - Lives(before?.Value)),
    ];

    private static IEnumerable<GuardedWrite> CounterOf(ActionOwner owner, int more) => (owner, more) switch
    {
        (ActionOwner.Custom, > 0) => [new GuardedWrite(new UpdateItem(_counter, [Change.Add(Count, 1)], Condition.Lacks(Count) | Condition.Less(Count, Most)), TooMany())],
        (ActionOwner.Custom, < 0) => [new UpdateItem(_counter, [Change.Add(Count, -1)])],
        _ => [],
    };

    private static int Lives(StoredActionType? type) => type is { IsDeleted: false } ? 1 : 0;

    private static ApiException TooMany() => new("LimitExceededException", $"There are {Most} custom action types; delete one that nobody uses any more.");

    private static Key KeyOf(ActionTypeId id) => new(Partition, $"{id.Owner}#{id.Category}#{id.Provider}#{id.Version}");
}
