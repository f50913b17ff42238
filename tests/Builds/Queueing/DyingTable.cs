using Sluice.Platform.Tables;

namespace Sluice.Builds.Tests.Queueing;

/// <summary>Kills the caller just before or just after one of its writes, once.</summary>
internal sealed class DyingTable(ITable inner) : ITable
{
    public int Writes { get; private set; }

    /// <summary>Which write is fatal, from 1; 0 is none.</summary>
    public int At { get; set; }

    public bool After { get; set; }

    public bool Died { get; private set; }

    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default) => inner.GetAsync(key, cancellationToken);

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default) => Around(() => inner.PutAsync(put, cancellationToken));

    public Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default) => Around(() => inner.UpdateAsync(update, cancellationToken));

    public Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default) => inner.DeleteAsync(delete, cancellationToken);

    public Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default) => Around(async () =>
    {
        await inner.TransactAsync(writes, cancellationToken);
        return true;
    });

    private async Task<T> Around<T>(Func<Task<T>> write)
    {
        var fatal = ++Writes == At;
        Died |= fatal;
        if (fatal && !After)
        {
            throw new TimeoutException("The process died.");
        }

        var result = await write();
        return fatal ? throw new TimeoutException("The process died.") : result;
    }
}
