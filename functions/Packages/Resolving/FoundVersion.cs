using Sluice.Packages.Model;

namespace Sluice.Packages.Resolving;

/// <summary>A version, and in which repository it was found.</summary>
public sealed record FoundVersion(PackageId Package, StoredVersion Version);
