using System.Text.Json.Nodes;
using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>The documents of PyPI's own API: <c>pypi/NAME/json</c> and <c>pypi/NAME/VERSION/json</c>.</summary>
internal static class JsonDocuments
{
    /// <param name="project">The project.</param>
    /// <param name="version">Which version it tells of.</param>
    /// <param name="info">What is known of the version; it is changed.</param>
    /// <param name="address">The repository's address.</param>
    /// <param name="withReleases">Whether all versions are told, too.</param>
    public static JsonObject Of(PyProject project, string version, JsonObject info, string address, bool withReleases)
    {
        var mine = project.Files.Where(file => file.Version == version).ToList();
        info["name"] ??= project.Name;
        info["version"] ??= version;
        info["requires_python"] ??= mine.Select(file => file.RequiresPython).FirstOrDefault(wanted => wanted is not null);
        info["yanked"] = mine.Count > 0 && mine.All(file => file.Yanked is not null);
        info["yanked_reason"] = mine.Select(file => file.Yanked).FirstOrDefault(reason => reason is { Length: > 0 });
        info["package_url"] = $"{address}simple/{project.Name}/";
        info["project_url"] = $"{address}simple/{project.Name}/";
        info["release_url"] = $"{address}pypi/{project.Name}/{Uri.EscapeDataString(version)}/json";
        var document = new JsonObject { ["info"] = info, ["last_serial"] = 0 };
        if (withReleases)
        {
            document["releases"] = new JsonObject(project.Versions.Select(one => KeyValuePair.Create(one, (JsonNode?)Files(project, project.Files.Where(file => file.Version == one), address))));
        }

        document["urls"] = Files(project, mine, address);
        document["vulnerabilities"] = new JsonArray();
        return document;
    }

    private static JsonArray Files(PyProject project, IEnumerable<PyFile> files, string address) => new([.. files.Select(file => File(project, file, address))]);

    private static JsonObject File(PyProject project, PyFile file, string address)
    {
        var name = PyFileName.Read(file.Name, project.Name);
        return new JsonObject
        {
            ["comment_text"] = "",
            ["digests"] = new JsonObject(file.Hashes.Select(hash => KeyValuePair.Create(hash.Key, (JsonNode?)hash.Value))),
            ["downloads"] = -1,
            ["filename"] = file.Name,
            ["has_sig"] = false,
            ["md5_digest"] = file.Hashes.GetValueOrDefault("md5"),
            ["packagetype"] = name?.PackageType,
            ["python_version"] = name?.Python,
            ["requires_python"] = file.RequiresPython,
            ["size"] = file.Size,
            ["upload_time"] = file.UploadedAt?.Split('.', 'Z')[0],
            ["upload_time_iso_8601"] = file.UploadedAt,
            ["url"] = $"{address}simple/{project.Name}/{SimplePage.Link(file)}",
            ["yanked"] = file.Yanked is not null,
            ["yanked_reason"] = file.Yanked is { Length: > 0 } ? file.Yanked : null,
        };
    }
}
