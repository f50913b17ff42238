using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>What of a package is here: in the repository that was asked, and in its upstreams.</summary>
internal sealed class KnownPackages
{
    private readonly VersionFinder _finder;

    internal KnownPackages(VersionFinder finder) => _finder = finder;

    public static PackageId Id(RepositoryId repository, string name) => new(repository.Domain, repository.Name, PackageFormat.nuget, null, name);

    /// <summary>Where it may be, and its versions there, of every status, by the texts that they are kept under.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<KnownPackage> FindAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
    {
        var places = await _finder.PlacesAsync(Id(repository, name), cancellationToken);
        return new KnownPackage(name, places, (await _finder.ListAsync(places, cancellationToken)).ToDictionary(found => found.Version.Version, StringComparer.Ordinal));
    }
}
