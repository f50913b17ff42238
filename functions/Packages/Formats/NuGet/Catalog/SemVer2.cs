using System.Text.Json.Nodes;
using NuGet.Versioning;

namespace Sluice.Packages.Formats.NuGet.Catalog;

/// <summary>Which versions clients from before semantic versioning 2.0.0 cannot read.</summary>
internal static class SemVer2
{
    /// <summary>Whether it is in the version itself, or in a range of what it needs.</summary>
    public static bool Needs(JsonObject entry) =>
        (NuGetVersion.TryParse(Text(entry, "version"), out var version) && version.IsSemVer2)
        || Objects(entry["dependencyGroups"]).SelectMany(group => Objects(group["dependencies"])).Any(dependency => VersionRange.TryParse(Text(dependency, "range") ?? "", out var range) && IsNewer(range));

    private static bool IsNewer(VersionRange range) => range.MinVersion is { IsSemVer2: true } || range.MaxVersion is { IsSemVer2: true };

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonObject item, string name) => item[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
