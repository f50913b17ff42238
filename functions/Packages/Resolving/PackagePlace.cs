using Sluice.Packages.Model;

namespace Sluice.Packages.Resolving;

/// <summary>A repository where a package may be.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Id">The package in it.</param>
/// <param name="Package">What is kept of it there; null if the repository itself has none of its versions.</param>
public sealed record PackagePlace(StoredRepository Repository, PackageId Id, StoredPackage? Package);
