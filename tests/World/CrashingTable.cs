using Sluice.Platform.Tables;

namespace Sluice.World;

/// <summary>Dying at a read is dying after the write before it, so only writes count.</summary>
internal sealed class CrashingTable(ITable inner, Crashes crashes) : ITable
{
    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default) => crashes.Around(() => inner.PutAsync(put, cancellationToken));

    public Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default) => crashes.Around(() => inner.UpdateAsync(update, cancellationToken));

    public Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default) => crashes.Around(async () =>
    {
        await inner.DeleteAsync(delete, cancellationToken);
        return true;
    });

    public Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default) => crashes.Around(async () =>
    {
        await inner.TransactAsync(writes, cancellationToken);
        return true;
    });

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);
}
