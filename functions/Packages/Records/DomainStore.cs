using Sluice.Packages.Model;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>Domains in the table.</summary>
internal sealed class DomainStore(ITable table)
{
    /// <summary>The domain; null if there is none.</summary>
    public async Task<StoredDomain?> FindAsync(string name, CancellationToken cancellationToken) => (await table.FindAsync<StoredDomain>(PackageKeys.Domain(name), cancellationToken))?.Value;

    /// <exception cref="ApiException">There is no such domain.</exception>
    public async Task<StoredDomain> GetAsync(string name, CancellationToken cancellationToken) => await FindAsync(name, cancellationToken) ?? throw PackageErrors.NoDomain(name);

    /// <exception cref="ApiException">There is one.</exception>
    public async Task CreateAsync(StoredDomain domain, CancellationToken cancellationToken)
    {
        if (!await table.TryTransactAsync([PutItem.Of(PackageKeys.Domain(domain.Name), domain, Condition.Absent)], cancellationToken))
        {
            throw PackageErrors.Conflict($"The domain '{domain.Name}' already exists.");
        }
    }

    /// <exception cref="ApiException">There is no such domain, or what the change throws.</exception>
    public Task<StoredDomain> ChangeAsync(string name, Func<StoredDomain, StoredDomain> change, CancellationToken cancellationToken) => Contention.DecideAsync($"The domain '{name}'", async () =>
    {
        var before = await table.FindAsync<StoredDomain>(PackageKeys.Domain(name), cancellationToken) ?? throw PackageErrors.NoDomain(name);
        var after = change(before.Value);
        return await table.TryTransactAsync([PutItem.Of(PackageKeys.Domain(name), after, Condition.Rev(before.Rev))], cancellationToken) ? after : null;
    });

    /// <summary>All of them, by their names.</summary>
    public IAsyncEnumerable<Item> AllAsync(CancellationToken cancellationToken) => table.QueryAllAsync(new Query(PackageKeys.Domains), cancellationToken);

    /// <summary>Deletes one that has no repositories. One that is made meanwhile finds no domain.</summary>
    /// <exception cref="ApiException">There is no such domain, or it has repositories.</exception>
    public async Task<StoredDomain> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var domain = await GetAsync(name, cancellationToken);
        if ((await table.QueryAsync(new Query(PackageKeys.Repositories(name)) { Limit = 1 }, cancellationToken)).Items.Count > 0)
        {
            throw PackageErrors.Conflict($"The domain '{name}' has repositories. Delete them first.");
        }

        await table.DeleteAsync(new DeleteItem(PackageKeys.Domain(name)), cancellationToken);
        return domain;
    }
}
