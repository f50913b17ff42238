using System.Text.Json.Nodes;
using NuGet.Versioning;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>What a package says of itself.</summary>
/// <param name="Id">As it is written.</param>
/// <param name="Version">As it is written.</param>
/// <param name="IsSymbols">Whether it is a package of symbols.</param>
/// <param name="Summary">For people.</param>
/// <param name="Dependencies">As the API tells them.</param>
/// <param name="Entry">As registrations tell it, see <see cref="CatalogEntry"/>.</param>
/// <param name="ReadmeName">Which file is its readme; null if none.</param>
internal sealed record PackageManifest(string Id, NuGetVersion Version, bool IsSymbols, VersionSummary Summary, IReadOnlyList<StoredDependency> Dependencies, JsonObject Entry, string? ReadmeName)
{
    /// <summary>Its readme; null if it has none.</summary>
    public byte[]? Readme { get; init; }
}
