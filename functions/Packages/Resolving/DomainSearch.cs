using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Resolving;

/// <summary>Searches what is kept in all repositories of a domain, of all formats, and what is in quarantine though it is kept nowhere.</summary>
internal sealed class DomainSearch(ITable table, RepositoryStore repositories, PackageStore packages, QuarantineStore quarantines)
{
    /// <summary>The packages that fit, in the order of their formats and names.</summary>
    public async Task<IReadOnlyList<DomainHit>> FindAsync(string domain, DomainQuery query, CancellationToken cancellationToken)
    {
        var hits = new SortedDictionary<string, DomainHit>(StringComparer.Ordinal);
        foreach (var one in await quarantines.OfDomainAsync(domain, cancellationToken))
        {
            var hit = Hit(hits, new PackageId(domain, "", one.Format, one.Namespace, one.Name));
            hits[hit.Key] = hit with { Quarantines = [.. hit.Quarantines, one] };
        }

        foreach (var repository in await repositories.OfDomainAsync(domain, cancellationToken))
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(repository.Id, query.Format, query.Format is null ? null : query.Namespace), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                var hit = Hit(hits, new PackageId(domain, "", package.Format, package.Namespace, package.Name));
                hits[hit.Key] = hit with { Repositories = [.. hit.Repositories, repository.Name] };
            }
        }

        var fitting = hits.Values.Where(query.Fits).ToList();
        return query.Publisher is null ? fitting : await PublishedAsync(fitting, query.Publisher, cancellationToken);
    }

    /// <summary>Its versions, wherever they are kept.</summary>
    public async Task<IReadOnlyList<StoredVersion>> VersionsAsync(DomainHit hit, CancellationToken cancellationToken)
    {
        var versions = new List<StoredVersion>();
        foreach (var repository in hit.Repositories)
        {
            versions.AddRange(await packages.VersionsAsync(hit.Package.In(repository), cancellationToken));
        }

        return versions;
    }

    private async Task<IReadOnlyList<DomainHit>> PublishedAsync(List<DomainHit> hits, string publisher, CancellationToken cancellationToken)
    {
        var published = new List<DomainHit>();
        foreach (var hit in hits)
        {
            if ((await VersionsAsync(hit, cancellationToken)).Any(version => publisher.Equals(version.PublishedBy, StringComparison.OrdinalIgnoreCase)))
            {
                published.Add(hit);
            }
        }

        return published;
    }

    private static DomainHit Hit(SortedDictionary<string, DomainHit> hits, PackageId package) => hits.GetValueOrDefault(DomainHit.KeyOf(package)) ?? new DomainHit(package, [], []);
}
