using Sluice.Platform.Tables;

namespace Sluice.World;

/// <summary>A table in which somebody else is faster, again and again, with whatever is named so that <paramref name="isRaced"/> says so: no condition on it holds.</summary>
internal sealed class RacedTable(ITable inner, Func<Key, bool> isRaced) : ITable
{
    /// <summary>Whether the others are there.</summary>
    public bool IsRacing { get; set; }

    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default) => IsLost(put) ? throw new ConditionFailedException(put.Key, null) : inner.PutAsync(put, cancellationToken);

    public Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default) => IsLost(update) ? throw new ConditionFailedException(update.Key, null) : inner.UpdateAsync(update, cancellationToken);

    public Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default) => IsLost(delete) ? throw new ConditionFailedException(delete.Key, null) : inner.DeleteAsync(delete, cancellationToken);

    public Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default) =>
        writes.Index().Where(write => IsLost(write.Item)).Select(write => write.Index).ToList() is { Count: > 0 } lost ? throw new TransactionRefusedException(lost) : inner.TransactAsync(writes, cancellationToken);

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    private bool IsLost(TableWrite write) => IsRacing && write.When is not null && isRaced(write.Key);
}
