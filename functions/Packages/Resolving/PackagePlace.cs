using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>A repository where a package may be.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Id">The package in it.</param>
/// <param name="Package">What is kept of it there; null if the repository itself has none of its versions.</param>
public sealed record PackagePlace(StoredRepository Repository, PackageId Id, StoredPackage? Package)
{
    /// <summary>Which of its versions are given to who asked: by the rules of the repositories on the way, of the package's groups, and by quarantine.</summary>
    internal VersionGate Gate { get; init; } = VersionGate.Open;

    /// <summary>Another one whenever what is kept here may be another, or other versions of it are given.</summary>
    public string Stamp => $"{Repository.Name}:{Package?.Changes}:{Gate.Stamp}";
}
