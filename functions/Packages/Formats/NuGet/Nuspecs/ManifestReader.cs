using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;
using Sluice.Packages.Formats.NuGet.Names;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>Reads what a nuspec says.</summary>
internal static class ManifestReader
{
    private const string Symbols = "SymbolsPackage";

    /// <exception cref="FormatException">All that is wrong with it, to follow what the package is called.</exception>
    public static PackageManifest Read(byte[] content)
    {
        var nuspec = NuspecText.Read(content);
        try
        {
            var (id, version) = (nuspec.GetId(), nuspec.GetMetadataValue("version"));
            var faults = Faults(id, version).ToList();
            return faults.Count == 0 ? Read(nuspec, id, NuGetVersion.Parse(version)) : throw new FormatException(string.Join("; ", faults));
        }
        catch (Exception e) when (e is PackagingException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new FormatException($"has a nuspec that cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Faults(string? id, string? version)
    {
        if (PackageName.Key(id) is null)
        {
            yield return $"has the id '{id}': expected are at most {PackageName.Longest} letters, digits and underscores, with single dots and hyphens between them";
        }

        if (PackageNumber.Key(version) is null)
        {
            yield return $"has the version '{version}': expected is one such as 1.2.3 or 1.2.3-rc.1";
        }
    }

    private static PackageManifest Read(NuspecReader nuspec, string id, NuGetVersion version) => new(
        id,
        version,
        nuspec.GetPackageTypes().Any(type => type.Name.Equals(Symbols, StringComparison.OrdinalIgnoreCase)),
        ManifestSummary.Of(id, nuspec),
        DependencyGroups.Stored(nuspec.GetDependencyGroups()),
        CatalogEntry.Of(id, version, nuspec),
        nuspec.GetReadme() is { Length: > 0 } readme ? readme : null);
}
