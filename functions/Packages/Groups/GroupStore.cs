using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Groups;

/// <summary>Package groups in the table. The root is there once somebody changed it.</summary>
internal sealed class GroupStore(ITable table, DomainStore domains)
{
    /// <summary>The groups of a domain.</summary>
    /// <exception cref="ApiException">There is no such domain.</exception>
    public async Task<GroupTree> TreeAsync(string domain, CancellationToken cancellationToken)
    {
        var found = await domains.GetAsync(domain, cancellationToken);
        return new GroupTree(found.Name, found.CreatedAt, await StoredAsync(domain, cancellationToken));
    }

    /// <summary>Those of a domain that somebody made or changed.</summary>
    public async Task<IReadOnlyList<StoredGroup>> StoredAsync(string domain, CancellationToken cancellationToken)
    {
        var stored = new List<StoredGroup>();
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Groups(domain)), cancellationToken))
        {
            stored.Add(item.Read<StoredGroup>());
        }

        return stored;
    }

    /// <exception cref="ApiException">There is one, or its domain is gone.</exception>
    public Task CreateAsync(StoredGroup group, CancellationToken cancellationToken) => Contention.RetryAsync($"The package group '{group.Pattern}'", () => GuardedWrite.TryAllAsync(
        table,
        [
            new GuardedWrite(PutItem.Of(PackageKeys.Group(group.Domain, group.Pattern), group, Condition.Absent), Exists(group.Domain, group.Pattern)),
            new GuardedWrite(new CheckItem(PackageKeys.Domain(group.Domain), Condition.Exists), PackageErrors.NoDomain(group.Domain)),
            RulesRevision.Next(group.Domain),
        ],
        cancellationToken));

    /// <exception cref="ApiException">There is no such group, or what the change throws.</exception>
    public Task<StoredGroup> ChangeAsync(string domain, string pattern, Func<StoredGroup, StoredGroup> change, CancellationToken cancellationToken) => Contention.DecideAsync($"The package group '{pattern}'", async () =>
    {
        var before = await table.FindAsync<StoredGroup>(PackageKeys.Group(domain, pattern), cancellationToken);
        var after = change(before?.Value ?? await GetAsync(domain, pattern, cancellationToken));
        return await table.TryTransactAsync([PutItem.Of(PackageKeys.Group(domain, pattern), after, before is null ? Condition.Absent : Condition.Rev(before.Rev)), RulesRevision.Next(domain)], cancellationToken) ? after : null;
    });

    /// <exception cref="ApiException">There is no such group.</exception>
    public async Task<StoredGroup> GetAsync(string domain, string pattern, CancellationToken cancellationToken) => Find(await TreeAsync(domain, cancellationToken), domain, pattern);

    /// <exception cref="ApiException">There is no such group.</exception>
    public static StoredGroup Find(GroupTree tree, string domain, string pattern) => tree.Find(pattern) ?? throw None(domain, pattern);

    public Task DeleteAsync(StoredGroup group, CancellationToken cancellationToken) => table.TransactAsync([new DeleteItem(PackageKeys.Group(group.Domain, group.Pattern)), RulesRevision.Next(group.Domain)], cancellationToken);

    /// <summary>Takes away all of a domain that is gone.</summary>
    public async Task DeleteAllAsync(string domain, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Groups(domain)), cancellationToken))
        {
            await table.TransactAsync([new DeleteItem(item.Key), RulesRevision.Next(domain)], cancellationToken);
        }
    }

    /// <summary>There is no such group.</summary>
    public static ApiException None(string domain, string pattern) => new(PackageErrors.NotFoundCode, $"Package group not found. There is no package group '{pattern}' in the domain '{domain}'.");

    /// <summary>There is one already.</summary>
    public static ApiException Exists(string domain, string pattern) => PackageErrors.Conflict($"The package group '{pattern}' already exists in the domain '{domain}'.");
}
