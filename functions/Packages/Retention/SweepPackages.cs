using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Versions;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Retention;

/// <summary>
/// Takes away what rules of retention do not keep. What was published here is disposed of: its number cannot be published again with other bytes; what came from outside is deleted, and comes again when somebody asks for it.
/// Safe to repeat; one run looks at so many packages, and the next goes on where it ended.
/// </summary>
public sealed class SweepPackages
{
    private const int MostPackages = 500;
    private const int AtOnce = 40;
    private readonly DomainStore _domains;
    private readonly RepositoryStore _repositories;
    private readonly ExpiringVersions _expiring;
    private readonly VersionBatch _batch;
    private readonly ITable _table;

    internal SweepPackages(DomainStore domains, RepositoryStore repositories, ExpiringVersions expiring, VersionBatch batch, ITable table) => (_domains, _repositories, _expiring, _batch, _table) = (domains, repositories, expiring, batch, table);

    /// <param name="most">How many packages of repositories with such rules are looked at.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(int most = MostPackages, CancellationToken cancellationToken = default)
    {
        var (before, left) = ((await _table.FindAsync<SweepPlace>(PackageKeys.Sweep, cancellationToken))?.Value, most);
        foreach (var repository in (await RepositoriesAsync(cancellationToken)).Where(one => string.CompareOrdinal(one.Id.ToString(), before?.Repository) >= 0))
        {
            var ruleOf = await _expiring.RulesAsync(repository, cancellationToken);
            var after = repository.Id.ToString() == before?.Repository ? before.Package : "";
            await foreach (var item in _table.QueryAllAsync(PackageStore.Query(repository.Id, null, null), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                var id = new PackageId(repository.Domain, repository.Name, package.Format, package.Namespace, package.Name);
                if (string.CompareOrdinal(item.Key.Sk, after) <= 0 || ruleOf(id) is not { } rule)
                {
                    continue;
                }

                await SweepAsync(id, package, rule, cancellationToken);
                if (--left == 0)
                {
                    await _table.PutAsync(PutItem.Of(PackageKeys.Sweep, new SweepPlace(repository.Id.ToString(), item.Key.Sk)), cancellationToken);
                    return;
                }
            }
        }

        await _table.DeleteAsync(new DeleteItem(PackageKeys.Sweep), cancellationToken);
    }

    private async Task<IReadOnlyList<StoredRepository>> RepositoriesAsync(CancellationToken cancellationToken)
    {
        var all = new List<StoredRepository>();
        await foreach (var domain in _domains.AllAsync(cancellationToken))
        {
            all.AddRange(await _repositories.OfDomainAsync(domain.Read<StoredDomain>().Name, cancellationToken));
        }

        return [.. all.OrderBy(repository => repository.Id.ToString(), StringComparer.Ordinal)];
    }

    private async Task SweepAsync(PackageId id, StoredPackage package, RetentionRule rule, CancellationToken cancellationToken)
    {
        var going = (await _expiring.FindAsync(id, rule, cancellationToken)).ToDictionary(one => one.Version.Version, one => one.Version, StringComparer.Ordinal);
        foreach (var some in going.Keys.Chunk(AtOnce))
        {
            await _batch.RunAsync(id, some, package, (version, before) => Decide(version, before, going[version]), cancellationToken);
        }
    }

    /// <summary>What somebody changed meanwhile stays for the next time.</summary>
    private static VersionVerdict Decide(string version, StoredVersion? before, StoredVersion seen) => before switch
    {
        null => VersionVerdict.Fails(VersionFailure.NotFound(version)),
        { } other when other.Revision != seen.Revision || other.Status != seen.Status => new VersionVerdict(other),
        { Origin.Type: PackageVersionOriginType.EXTERNAL } => StatusRules.Delete(version, before, new Expectation()),
        _ => StatusRules.Dispose(version, before, new Expectation()),
    };
}
