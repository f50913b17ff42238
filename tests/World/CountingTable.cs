using Sluice.Platform.Tables;

namespace Sluice.World;

/// <summary>Counts the writes that were made, so that a test sees whether anything was.</summary>
internal sealed class CountingTable(ITable inner) : ITable
{
    public int Writes { get; private set; }

    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

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

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    private Item Counted(Item written)
    {
        Writes++;
        return written;
    }
}
