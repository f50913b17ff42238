using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>The list of versions that restoring goes by. As at nuget.org, it has what is unlisted, too: clients take no version that is not in it, even by its number.</summary>
internal sealed class VersionLists
{
    private readonly KnownPackages _known;
    private readonly OutsidePlaces _outside;
    private readonly OutsideGiven _given;

    internal VersionLists(KnownPackages known, OutsidePlaces outside, OutsideGiven given) => (_known, _outside, _given) = (known, outside, given);

    /// <summary>The lowest first; none if there is no such package.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
    {
        var known = await _known.FindAsync(repository, name, cancellationToken);
        var here = known.Served.Select(found => found.Version.Version).ToList();
        var outside = await _outside.AskAsync(known.Places, mayFail: here.Count > 0, (place, connection) => _given.NumbersAsync(place, connection, name, cancellationToken));
        return [.. outside.SelectMany(list => list).Where(number => !known.Versions.ContainsKey(number)).Concat(here).Distinct(StringComparer.Ordinal).OrderBy(PackageNumber.Read)];
    }
}
