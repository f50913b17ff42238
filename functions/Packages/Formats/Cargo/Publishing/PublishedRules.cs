using Sluice.Packages.Formats.Cargo.Manifests;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>Whether what cargo says of a crate is what is in it, and goes with what is there. Pure.</summary>
internal static class PublishedRules
{
    private const int MostShown = 10;

    /// <summary>Where the <c>Cargo.toml</c> in the archive says something else: all of it.</summary>
    public static IEnumerable<string> Differences(CargoToml said, CargoToml found)
    {
        foreach (var (place, one, other) in new[] { ("name", said.Name, found.Name), ("vers", said.Version, found.Version), ("links", said.Links, found.Links), ("rust_version", said.RustVersion ?? found.RustVersion, found.RustVersion) })
        {
            if (one != other)
            {
                yield return $"{place}: '{one}' is said, and the Cargo.toml in the archive has '{other}'";
            }
        }

        foreach (var fault in Differences("deps", said.Dependencies.Select(dependency => dependency.Told), found.Dependencies.Select(dependency => dependency.Told))
            .Concat(Differences("features", said.Features.Select(Told), found.Features.Select(Told))))
        {
            yield return fault;
        }
    }

    /// <exception cref="ApiException">The crate was written otherwise before, or has a version that differs in its build metadata alone.</exception>
    public static void CheckBeside(CargoToml crate, IReadOnlyList<StoredVersion> there)
    {
        if (there.Select(version => version.Summary.DisplayName).FirstOrDefault(name => name is not null && name != crate.Name) is { } written)
        {
            throw PackageErrors.Invalid($"The crate is written '{written}', not '{crate.Name}': cargo would not find its versions by one name.");
        }

        if (there.FirstOrDefault(version => version.Version != crate.Version && CrateVersion.Plain(version.Version) == CrateVersion.Plain(crate.Version)) is { } other)
        {
            throw PackageErrors.Conflict($"The version {other.Version} of '{crate.Name}' differs from {crate.Version} in its build metadata alone: cargo takes them for one. Publish another version.");
        }
    }

    private static IEnumerable<string> Differences(string place, IEnumerable<string> said, IEnumerable<string> found)
    {
        var (one, other) = (said.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        return one.Except(other).Order(StringComparer.Ordinal).Take(MostShown).Select(text => $"{place}: '{text}' is said, and is not in the Cargo.toml in the archive")
            .Concat(other.Except(one).Order(StringComparer.Ordinal).Take(MostShown).Select(text => $"{place}: the Cargo.toml in the archive has '{text}', which is not said"));
    }

    private static string Told(KeyValuePair<string, IReadOnlyList<string>> feature) => $"{feature.Key} = {string.Join(',', feature.Value.Order(StringComparer.Ordinal))}";
}
