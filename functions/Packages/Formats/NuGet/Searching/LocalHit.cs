using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>A package that is here and fits a search.</summary>
/// <param name="Name">As it is kept.</param>
/// <param name="Versions">The ones that count, the lowest first; at least one.</param>
internal sealed record LocalHit(string Name, IReadOnlyList<FoundVersion> Versions)
{
    /// <summary>The one that is shown.</summary>
    public FoundVersion Latest => Versions[^1];

    /// <summary>The id as people write it.</summary>
    public string Written => Latest.Version.Summary.DisplayName ?? Name;

    /// <summary>Whether all of it was taken from outside, where more of it is known.</summary>
    public bool IsTaken => Versions.All(found => found.Version.Origin.Type == PackageVersionOriginType.EXTERNAL);
}
