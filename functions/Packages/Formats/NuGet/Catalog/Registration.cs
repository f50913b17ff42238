using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Wire;

namespace Sluice.Packages.Formats.NuGet.Catalog;

/// <summary>Writes registrations. Pure.</summary>
/// <param name="at">The addresses of the repository that was asked.</param>
/// <param name="hive">Which registrations: one of the parts of <see cref="NuGetAddresses"/>.</param>
internal sealed class Registration(NuGetAddresses at, string hive)
{
    private const int PageSize = 64;

    /// <summary>When nuget.org says that what is hidden was published.</summary>
    private const string Hidden = "1900-01-01T00:00:00+00:00";

    /// <summary>All versions, each with all that is told of it.</summary>
    /// <param name="name">The package.</param>
    /// <param name="versions">The lowest first; at least one.</param>
    public JsonObject Index(string name, IReadOnlyList<CatalogVersion> versions)
    {
        JsonNode[] pages = [.. versions.Chunk(PageSize).Select(page => Page(name, page))];
        return new JsonObject
        {
            ["@id"] = at.Index(hive, name),
            ["@type"] = new JsonArray("catalog:CatalogRoot", "PackageRegistration", "catalog:Permalink"),
            ["count"] = pages.Length,
            ["items"] = new JsonArray(pages),
        };
    }

    /// <summary>One version.</summary>
    public JsonObject Leaf(string name, CatalogVersion version) => new()
    {
        ["@id"] = at.Leaf(hive, name, version.Number),
        ["@type"] = new JsonArray("Package", "http://schema.nuget.org/catalog#Permalink"),
        ["catalogEntry"] = Entry(name, version),
        ["listed"] = version.IsListed,
        ["packageContent"] = at.Content(name, version.Number),
        ["published"] = Published(version),
        ["registration"] = at.Index(hive, name),
    };

    private JsonObject Page(string name, CatalogVersion[] versions) => new()
    {
        ["@id"] = $"{at.Index(hive, name)}#page/{versions[0].Number}/{versions[^1].Number}",
        ["@type"] = "catalog:CatalogPage",
        ["count"] = versions.Length,
        ["items"] = new JsonArray([.. versions.Select(version => (JsonNode)Item(name, version))]),
        ["lower"] = versions[0].Number,
        ["parent"] = at.Index(hive, name),
        ["upper"] = versions[^1].Number,
    };

    private JsonObject Item(string name, CatalogVersion version) => new()
    {
        ["@id"] = at.Leaf(hive, name, version.Number),
        ["@type"] = "Package",
        ["catalogEntry"] = Entry(name, version),
        ["packageContent"] = at.Content(name, version.Number),
        ["registration"] = at.Index(hive, name),
    };

    private JsonObject Entry(string name, CatalogVersion version)
    {
        var entry = version.Entry.DeepClone().AsObject();
        entry["@id"] = $"{at.Leaf(hive, name, version.Number)}#entry";
        entry["listed"] = version.IsListed;
        entry["packageContent"] = at.Content(name, version.Number);
        entry["published"] = Published(version);
        return entry;
    }

    private static string Published(CatalogVersion version) => version.IsListed ? version.Published.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", null) : Hidden;
}
