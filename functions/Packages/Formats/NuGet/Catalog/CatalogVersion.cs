using System.Text.Json.Nodes;

namespace Sluice.Packages.Formats.NuGet.Catalog;

/// <summary>A version for a registration.</summary>
/// <param name="Number">Normalised, in lower case.</param>
/// <param name="Entry">What is told of it, see <see cref="Nuspecs.CatalogEntry"/>; from outside with more, or with less.</param>
/// <param name="IsListed">Whether people are shown it.</param>
/// <param name="Published">When it came here, or was published outside.</param>
internal sealed record CatalogVersion(string Number, JsonObject Entry, bool IsListed, DateTimeOffset Published);
