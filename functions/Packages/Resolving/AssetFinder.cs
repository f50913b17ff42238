using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Resolving;

/// <summary>Finds files of versions that take more of them later: each place may have others of the same publication.</summary>
internal sealed class AssetFinder(PackageStore packages)
{
    /// <summary>Whether a version that a place has is given files that a later place has: they are of the same publication.</summary>
    public static bool AreOne(StoredVersion first, StoredVersion other) => first.IsServed && other.IsServed && first.Origin == other.Origin;

    /// <summary>The version that has the file, and the one that decides what the version is: the first place's. Null each, if there is none.</summary>
    /// <exception cref="ApiException">The version is there, and rules withhold it.</exception>
    public async Task<(FoundVersion? Kept, StoredVersion? First)> FindAsync(IReadOnlyList<PackagePlace> places, string version, string asset, CancellationToken cancellationToken)
    {
        StoredVersion? first = null;
        foreach (var place in places.Where(place => place.Package is not null))
        {
            if (await packages.FindVersionAsync(place.Id, version, cancellationToken) is { } found && AreOne(first ??= Demanded(place, found.Value), found.Value) && found.Value.Asset(asset) is not null)
            {
                place.Gate.Demand(found.Value);
                return (new FoundVersion(place.Id, found.Value), first);
            }
        }

        return (null, first);
    }

    private static StoredVersion Demanded(PackagePlace place, StoredVersion version)
    {
        place.Gate.Demand(version);
        return version;
    }

    /// <summary>Whether what is not kept of a version may be taken from outside: it came from there, or is not known.</summary>
    public static bool MayBeOutside(StoredVersion? first) => first is null or { IsServed: true, Origin.Type: PackageVersionOriginType.EXTERNAL };
}
