using System.Text.Json.Nodes;
using Sluice.Platform.Tables;

namespace Sluice.World;

/// <summary>Delivers outbox items when their transaction is made, and lets a test come between any two calls.</summary>
internal sealed class OutboxTable(ITable inner, Func<JsonObject, Task> deliver) : ITable
{
    /// <summary>Awaited before each call.</summary>
    public Func<string, Task> Gate { get; set; } = _ => Task.CompletedTask;

    public async Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default)
    {
        await Gate($"get {key}");
        return await inner.GetAsync(key, cancellationToken);
    }

    public async Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default)
    {
        await Gate($"put {put.Key}");
        return await inner.PutAsync(put, cancellationToken);
    }

    public async Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default)
    {
        await Gate($"update {update.Key}");
        return await inner.UpdateAsync(update, cancellationToken);
    }

    public async Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default)
    {
        await Gate($"delete {delete.Key}");
        await inner.DeleteAsync(delete, cancellationToken);
    }

    public async Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default)
    {
        await Gate($"transact {writes[0].Key}");
        await inner.TransactAsync(writes, cancellationToken);
        foreach (var put in writes.OfType<PutItem>().Where(put => put.Key.Pk.StartsWith("EVENT#", StringComparison.Ordinal)))
        {
            await deliver(put.Attributes);
        }
    }

    public async Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default)
    {
        await Gate($"query {query.Pk}");
        return await inner.QueryAsync(query, cancellationToken);
    }
}
