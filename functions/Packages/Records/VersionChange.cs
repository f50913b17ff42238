using Sluice.Packages.Model;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>A version as it is to be.</summary>
/// <param name="Package">Whose it is.</param>
/// <param name="Before">As it was read, with its revision in the table; null if there was none.</param>
/// <param name="After">As it is to be; null if it is to be deleted.</param>
internal sealed record VersionChange(PackageId Package, Versioned<StoredVersion>? Before, StoredVersion? After)
{
    /// <summary>Tags that name the version from now on.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the package is if it is not there yet.</summary>
    public required StoredPackage Fresh { get; init; }
}
