using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>All that is told of a package's versions: of those that are here, and of those outside.</summary>
internal sealed class Catalogue
{
    private readonly KnownPackages _known;
    private readonly EntryReader _entries;
    private readonly OutsidePlaces _outside;
    private readonly OutsideGiven _given;

    internal Catalogue(KnownPackages known, EntryReader entries, OutsidePlaces outside, OutsideGiven given) => (_known, _entries, _outside, _given) = (known, entries, outside, given);

    /// <summary>The lowest first; none if there is no such package.</summary>
    /// <param name="repository">Which was asked.</param>
    /// <param name="name">The package, as it is kept.</param>
    /// <param name="newToo">Whether versions that need semantic versioning 2.0.0 are wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<CatalogVersion>> ReadAsync(RepositoryId repository, string name, bool newToo, CancellationToken cancellationToken)
    {
        var known = await _known.FindAsync(repository, name, cancellationToken);
        var served = known.Served.ToList();
        var outside = await _outside.AskAsync(known.Places, mayFail: served.Count > 0, (place, connection) => _given.EntriesAsync(place, connection, name, cancellationToken));
        var told = Told(known, outside);
        var here = await _entries.ReadAsync([.. served.Where(found => !told.ContainsKey(found.Version.Version))], cancellationToken);
        return [.. here.Concat(told.Values).Where(version => newToo || !SemVer2.Needs(version.Entry)).OrderBy(version => PackageNumber.Read(version.Number))];
    }

    /// <summary>What is told outside of versions that are not here, or were taken from there and are shown: it may have been unlisted or deprecated since.</summary>
    private static Dictionary<string, CatalogVersion> Told(KnownPackage known, IReadOnlyList<IReadOnlyList<CatalogVersion>> outside)
    {
        var told = new Dictionary<string, CatalogVersion>(StringComparer.Ordinal);
        foreach (var version in outside.SelectMany(list => list).Where(version => !known.Versions.TryGetValue(version.Number, out var found) || IsOutsides(found)))
        {
            told.TryAdd(version.Number, version);
        }

        return told;
    }

    private static bool IsOutsides(FoundVersion found) => found.Version is { IsListed: true, Origin.Type: PackageVersionOriginType.EXTERNAL };
}
