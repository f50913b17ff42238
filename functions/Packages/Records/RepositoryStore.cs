using Sluice.Packages.Model;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>Repositories in the table.</summary>
internal sealed class RepositoryStore(ITable table)
{
    /// <summary>The repository; null if there is none.</summary>
    public async Task<StoredRepository?> FindAsync(RepositoryId id, CancellationToken cancellationToken) => (await table.FindAsync<StoredRepository>(PackageKeys.Repository(id), cancellationToken))?.Value;

    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<StoredRepository> GetAsync(RepositoryId id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ?? throw PackageErrors.NoRepository(id);

    /// <exception cref="ApiException">There is one, or its domain is gone.</exception>
    public Task CreateAsync(StoredRepository repository, CancellationToken cancellationToken) => Contention.RetryAsync($"The repository '{repository.Id}'", () => GuardedWrite.TryAllAsync(
        table,
        [
            new GuardedWrite(PutItem.Of(PackageKeys.Repository(repository.Id), repository, Condition.Absent), PackageErrors.Conflict($"The repository '{repository.Name}' already exists in the domain '{repository.Domain}'.")),
            new GuardedWrite(new CheckItem(PackageKeys.Domain(repository.Domain), Condition.Exists), PackageErrors.NoDomain(repository.Domain)),
        ],
        cancellationToken));

    /// <exception cref="ApiException">There is no such repository, or what the change throws.</exception>
    public Task<StoredRepository> ChangeAsync(RepositoryId id, Func<StoredRepository, StoredRepository> change, CancellationToken cancellationToken) => Contention.DecideAsync($"The repository '{id}'", async () =>
    {
        var before = await table.FindAsync<StoredRepository>(PackageKeys.Repository(id), cancellationToken) ?? throw PackageErrors.NoRepository(id);
        var after = change(before.Value);
        return await table.TryTransactAsync([PutItem.Of(PackageKeys.Repository(id), after, Condition.Rev(before.Rev))], cancellationToken) ? after : null;
    });

    /// <summary>All of a domain, by their names.</summary>
    public async Task<IReadOnlyList<StoredRepository>> OfDomainAsync(string domain, CancellationToken cancellationToken)
    {
        var all = new List<StoredRepository>();
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Repositories(domain)), cancellationToken))
        {
            all.Add(item.Read<StoredRepository>());
        }

        return all;
    }

    /// <summary>Takes it out of the table; its packages are gone by then.</summary>
    public Task DeleteAsync(RepositoryId id, CancellationToken cancellationToken) => table.DeleteAsync(new DeleteItem(PackageKeys.Repository(id)), cancellationToken);
}
