using System.Text.Json.Nodes;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>What a registry outside found.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Hits">Those that were asked for.</param>
internal sealed record OutsideHits(int Total, IReadOnlyList<JsonObject> Hits);
