using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>A project's page in each of its forms. Links stand from the page on, so that they hold whatever address it was asked by.</summary>
internal static class SimplePage
{
    private const string ApiVersion = "1.1";
    private const string OldApiVersion = "1.0";

    public static byte[] Html(PyProject project)
    {
        var page = Head($"Links for {project.Name}");
        foreach (var file in project.Files)
        {
            page.Append("<a href=\"").Append(Encoded(Link(file) + (file.BestHash is { } hash ? $"#{hash.Key}={hash.Value}" : ""))).Append('"');
            Attribute(page, "data-requires-python", file.RequiresPython);
            Attribute(page, "data-yanked", file.Yanked);
            Attribute(page, "data-core-metadata", file.Metadata is null ? null : $"sha256={file.Metadata}");
            Attribute(page, "data-dist-info-metadata", file.Metadata is null ? null : $"sha256={file.Metadata}");
            page.Append('>').Append(Encoded(file.Name)).Append("</a><br/>\n");
        }

        return Ended(page);
    }

    public static byte[] Json(PyProject project) => Bytes(new JsonObject
    {
        // A size is a must in the newer one, and pages in HTML have none.
        ["meta"] = Meta(project.Files.All(file => file.Size is not null) ? ApiVersion : OldApiVersion),
        ["name"] = project.Name,
        ["versions"] = new JsonArray([.. project.Versions.Select(version => JsonValue.Create(version))]),
        ["files"] = new JsonArray([.. project.Files.Select(File)]),
    });

    /// <summary>The list of all projects.</summary>
    public static byte[] Html(IReadOnlyList<string> names)
    {
        var page = Head("Simple index");
        foreach (var name in names)
        {
            page.Append($"<a href=\"{Encoded(name)}/\">{Encoded(name)}</a><br/>\n");
        }

        return Ended(page);
    }

    /// <summary>The list of all projects.</summary>
    public static byte[] Json(IReadOnlyList<string> names) =>
        Bytes(new JsonObject { ["meta"] = Meta(ApiVersion), ["projects"] = new JsonArray([.. names.Select(name => new JsonObject { ["name"] = name })]) });

    /// <summary>Where a file is, seen from its project's page.</summary>
    public static string Link(PyFile file) => $"{Uri.EscapeDataString(file.Version)}/{Uri.EscapeDataString(file.Name)}";

    private static JsonObject File(PyFile file)
    {
        var json = new JsonObject
        {
            ["filename"] = file.Name,
            ["url"] = Link(file),
            ["hashes"] = new JsonObject(file.Hashes.Select(hash => KeyValuePair.Create(hash.Key, (JsonNode?)hash.Value))),
            ["yanked"] = file.Yanked switch { null => false, "" => true, var reason => reason },
            ["core-metadata"] = file.Metadata is null ? false : new JsonObject { ["sha256"] = file.Metadata },
            ["dist-info-metadata"] = file.Metadata is null ? false : new JsonObject { ["sha256"] = file.Metadata },
        };
        Member(json, "requires-python", file.RequiresPython);
        Member(json, "size", file.Size);
        Member(json, "upload-time", file.UploadedAt);
        return json;
    }

    private static void Member(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static JsonObject Meta(string version) => new() { ["api-version"] = version };

    private static StringBuilder Head(string title) =>
        new($"<!DOCTYPE html>\n<html>\n<head>\n<meta name=\"pypi:repository-version\" content=\"{ApiVersion}\"/>\n<title>{Encoded(title)}</title>\n</head>\n<body>\n<h1>{Encoded(title)}</h1>\n");

    private static void Attribute(StringBuilder page, string name, string? value)
    {
        if (value is not null)
        {
            page.Append($" {name}=\"{Encoded(value)}\"");
        }
    }

    private static byte[] Ended(StringBuilder page) => Encoding.UTF8.GetBytes(page.Append("</body>\n</html>\n").ToString());

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
