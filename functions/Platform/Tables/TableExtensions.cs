using System.Runtime.CompilerServices;

namespace Sluice.Platform.Tables;

/// <summary>What callers of the table do again and again.</summary>
public static class TableExtensions
{
    /// <summary>The document of an item and the revision at which it was read; null if there is none.</summary>
    public static async Task<Versioned<T>?> FindAsync<T>(this ITable table, Key key, CancellationToken cancellationToken = default) =>
        await table.GetAsync(key, cancellationToken) is { } item ? new Versioned<T>(item.Read<T>(), item.Rev) : null;

    /// <summary>A transaction whose refusal is an answer, not an error.</summary>
    /// <returns>False if a condition did not hold; nothing was written then.</returns>
    public static async Task<bool> TryTransactAsync(this ITable table, IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default)
    {
        try
        {
            await table.TransactAsync(writes, cancellationToken);
            return true;
        }
        catch (TransactionRefusedException)
        {
            return false;
        }
    }

    /// <summary>All items of a query, however many pages they are.</summary>
    public static async IAsyncEnumerable<Item> QueryAllAsync(this ITable table, Query query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null);
    }
}
