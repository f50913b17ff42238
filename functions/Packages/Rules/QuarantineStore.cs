using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Rules;

/// <summary>What is in quarantine, in the table.</summary>
internal sealed class QuarantineStore(ITable table)
{
    /// <summary>Of a package, in whichever repository it is.</summary>
    public Task<IReadOnlyList<StoredQuarantine>> OfAsync(PackageId id, CancellationToken cancellationToken) => ReadAsync(PackageKeys.QuarantinesOf(id), cancellationToken);

    /// <summary>Of a whole domain.</summary>
    public Task<IReadOnlyList<StoredQuarantine>> OfDomainAsync(string domain, CancellationToken cancellationToken) => ReadAsync(new Query(PackageKeys.Quarantines(domain)), cancellationToken);

    /// <summary>Puts it there, and tells of it in the same write.</summary>
    /// <returns>False if it is there already, or the domain is gone.</returns>
    public Task<bool> TryAddAsync(PackageId id, StoredQuarantine quarantine, IReadOnlyList<GuardedWrite> beside, CancellationToken cancellationToken) => GuardedWrite.TryAllAsync(
        table,
        [PutItem.Of(PackageKeys.Quarantine(id, quarantine.Version), quarantine, Condition.Absent), new(new CheckItem(PackageKeys.Domain(id.Domain), Condition.Exists), PackageErrors.NoDomain(id.Domain)), RulesRevision.Next(id.Domain), .. beside],
        cancellationToken);

    /// <summary>Takes it away, and tells of it in the same write.</summary>
    /// <returns>False if it is gone already.</returns>
    public Task<bool> TryRemoveAsync(PackageId id, string? version, IReadOnlyList<GuardedWrite> beside, CancellationToken cancellationToken) =>
        GuardedWrite.TryAllAsync(table, [new DeleteItem(PackageKeys.Quarantine(id, version), Condition.Exists), RulesRevision.Next(id.Domain), .. beside], cancellationToken);

    /// <summary>Takes away all of a domain that is gone.</summary>
    public async Task DeleteAllAsync(string domain, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Quarantines(domain)), cancellationToken))
        {
            await table.TransactAsync([new DeleteItem(item.Key), RulesRevision.Next(domain)], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<StoredQuarantine>> ReadAsync(Query query, CancellationToken cancellationToken)
    {
        var all = new List<StoredQuarantine>();
        await foreach (var item in table.QueryAllAsync(query, cancellationToken))
        {
            all.Add(item.Read<StoredQuarantine>());
        }

        return all;
    }
}
