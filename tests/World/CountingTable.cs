using System.Collections.Concurrent;
using Sluice.Platform.Tables;

namespace Sluice.World;

/// <summary>Counts the writes that were made, so that a test sees whether anything was; and what was read, so that it sees what a request costs.</summary>
internal sealed class CountingTable(ITable inner) : ITable
{
    private readonly ConcurrentQueue<string> _read = [];

    public int Writes { get; private set; }

    /// <summary>The partitions that were read, one for each read.</summary>
    public IReadOnlyList<string> Read => [.. _read];

    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default)
    {
        _read.Enqueue(key.Pk);
        return inner.GetAsync(key, cancellationToken);
    }

    public async Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default) => Counted(await inner.PutAsync(put, cancellationToken));

    public async Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default) => Counted(await inner.UpdateAsync(update, cancellationToken));

    public async Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default)
    {
        await inner.DeleteAsync(delete, cancellationToken);
        Writes++;
    }

    public async Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default)
    {
        await inner.TransactAsync(writes, cancellationToken);
        Writes += writes.Count;
    }

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default)
    {
        _read.Enqueue(query.Pk);
        return inner.QueryAsync(query, cancellationToken);
    }

    private Item Counted(Item written)
    {
        Writes++;
        return written;
    }
}
