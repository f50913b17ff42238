using NuGet.Versioning;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Reading;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>Searches what is here: in the repository that was asked, and in its upstreams.</summary>
internal sealed class LocalSearch
{
    private const int AtOnce = 8;
    private readonly ITable _table;
    private readonly KnownPackages _known;

    internal LocalSearch(ITable table, KnownPackages known) => (_table, _known) = (table, known);

    /// <summary>The names of all packages that are here.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<StoredRepository> repositories, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var repository in repositories)
        {
            await foreach (var item in _table.QueryAllAsync(PackageStore.Query(repository.Id, PackageFormat.nuget, space: null) with { Limit = 1000 }, cancellationToken))
            {
                names.Add(item.Read<StoredPackage>().Name);
            }
        }

        return [.. names];
    }

    /// <summary>Those that fit, the best first.</summary>
    public async Task<IReadOnlyList<LocalHit>> FindAsync(RepositoryId repository, IReadOnlyList<string> names, SearchQuery query, CancellationToken cancellationToken)
    {
        var hits = new LocalHit?[names.Count];
        await Parallel.ForAsync(0, hits.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, token) =>
            hits[at] = HitOf(await _known.FindAsync(repository, names[at], token), query));
        return [.. hits.OfType<LocalHit>().OrderBy(hit => query.Terms.Rank(hit.Name)).ThenBy(hit => hit.Name, StringComparer.Ordinal)];
    }

    private static LocalHit? HitOf(KnownPackage package, SearchQuery query)
    {
        FoundVersion[] versions = [.. package.Served.Where(found => found.Version.IsListed && Counts(PackageNumber.Read(found.Version.Version), query)).OrderBy(found => PackageNumber.Read(found.Version.Version))];
        return versions is [.., var latest] && query.Terms.Fit(package.Name, latest.Version.Summary) ? new LocalHit(package.Name, versions) : null;
    }

    private static bool Counts(NuGetVersion version, SearchQuery query) => (query.Prerelease || !version.IsPrerelease) && (query.NewToo || !version.IsSemVer2);
}
