using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Formats.NuGet.Wire;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>Writes hits of a search. Pure.</summary>
internal sealed class SearchAnswer(NuGetAddresses at, string hive)
{
    private static readonly string[] Copied = ["title", "summary", "iconUrl", "licenseUrl", "projectUrl", "tags"];

    /// <summary>A package that is here.</summary>
    public JsonObject Here(LocalHit hit, CatalogVersion latest)
    {
        var entry = latest.Entry;
        var written = new JsonObject
        {
            ["@id"] = at.Index(hive, hit.Name),
            ["@type"] = "Package",
            ["registration"] = at.Index(hive, hit.Name),
            ["id"] = hit.Written,
            ["version"] = OutsideJson.Text(entry, "version") ?? hit.Latest.Version.Version,
            ["description"] = OutsideJson.Text(entry, "description") ?? "",
            ["authors"] = new JsonArray([.. (OutsideJson.Text(entry, "authors") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(author => (JsonNode)author)]),
            ["totalDownloads"] = 0,
            ["verified"] = false,
            ["packageTypes"] = entry["packageTypes"]?.DeepClone() ?? new JsonArray(new JsonObject { ["name"] = "Dependency" }),
            ["versions"] = new JsonArray([.. hit.Versions.Select(found => (JsonNode)new JsonObject { ["version"] = found.Version.Version, ["downloads"] = 0, ["@id"] = at.Leaf(hive, hit.Name, found.Version.Version) })]),
        };
        foreach (var name in Copied.Where(entry.ContainsKey))
        {
            written[name] = entry[name]!.DeepClone();
        }

        return written;
    }

    /// <summary>A package of a registry outside, with the addresses by which it is had here.</summary>
    public JsonObject Outside(string name, JsonObject hit)
    {
        var written = hit.DeepClone().AsObject();
        written["@id"] = at.Index(hive, name);
        written["registration"] = at.Index(hive, name);
        foreach (var version in OutsideJson.Objects(written, "versions"))
        {
            if (PackageNumber.Key(OutsideJson.Text(version, "version")) is { } number)
            {
                version["@id"] = at.Leaf(hive, name, number);
            }
        }

        return written;
    }
}
