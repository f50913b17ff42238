using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>What of a package is here.</summary>
/// <param name="Name">As it is kept.</param>
/// <param name="Places">Where it may be, the repository that was asked first.</param>
/// <param name="Versions">All that is there, of every status: one that is not served hides the one outside.</param>
internal sealed record KnownPackage(string Name, IReadOnlyList<PackagePlace> Places, IReadOnlyDictionary<string, FoundVersion> Versions)
{
    /// <summary>The ones that who knows their number gets.</summary>
    public IEnumerable<FoundVersion> Served => Versions.Values.Where(found => found.Version.IsServed);
}
