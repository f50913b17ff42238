using System.Text.Json.Nodes;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>What a wheel's METADATA or a source's PKG-INFO says.</summary>
/// <param name="Fields">The fields in their order; a name may come again.</param>
/// <param name="Description">The long text.</param>
internal sealed record CoreMetadata(IReadOnlyList<KeyValuePair<string, string>> Fields, string? Description)
{
    private const string Unknown = "UNKNOWN";
    private const string LicensePrefix = "License :: ";

    /// <summary>The document's texts, by the names that PyPI's JSON has for them.</summary>
    private static readonly (string Json, string Field)[] Texts =
    [
        ("author", "Author"), ("author_email", "Author-email"), ("description_content_type", "Description-Content-Type"), ("download_url", "Download-URL"), ("home_page", "Home-page"), ("keywords", "Keywords"),
        ("license", "License"), ("license_expression", "License-Expression"), ("maintainer", "Maintainer"), ("maintainer_email", "Maintainer-email"), ("metadata_version", "Metadata-Version"), ("name", "Name"),
        ("requires_python", "Requires-Python"), ("summary", "Summary"), ("version", "Version"),
    ];

    private static readonly (string Json, string Field)[] Lists =
        [("classifiers", "Classifier"), ("dynamic", "Dynamic"), ("license_files", "License-File"), ("platform", "Platform"), ("provides_extra", "Provides-Extra"), ("requires_dist", "Requires-Dist")];

    /// <summary>The first field of a name; null if there is none, or it says nothing.</summary>
    public string? Text(string name) => All(name).FirstOrDefault(text => text.Length > 0 && text != Unknown);

    /// <summary>All fields of a name.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    /// <summary>For people.</summary>
    public VersionSummary Summary => new()
    {
        DisplayName = Text("Name"),
        Summary = Text("Summary"),
        HomePage = Text("Home-page") ?? Link("homepage", "home"),
        SourceCodeRepository = Link("source", "source code", "repository", "sourcecode", "github", "code"),
        Licenses = [.. Licenses.Select(name => new StoredLicense(name))],
    };

    /// <summary>What it needs.</summary>
    public IReadOnlyList<StoredDependency> Dependencies => [.. All("Requires-Dist").Select(RequiredProject.Read).OfType<StoredDependency>()];

    /// <summary>As PyPI's JSON has it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, field) in Texts)
        {
            json[name] = Text(field);
        }

        foreach (var (name, field) in Lists)
        {
            json[name] = All(field).ToList() is { Count: > 0 } all ? new JsonArray([.. all.Select(text => JsonValue.Create(text))]) : null;
        }

        json["description"] = Description;
        json["project_urls"] = Links.Count == 0 ? null : new JsonObject(Links.Select(link => KeyValuePair.Create(link.Label, (JsonNode?)link.Url)));
        return json;
    }

    private IReadOnlyList<(string Label, string Url)> Links =>
        [.. All("Project-URL").Select(text => text.Split(',', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1])).DistinctBy(link => link.Item1)];

    /// <summary>An expression is the whole truth; else classifiers, which are names; else what was written, if it is no text of a licence.</summary>
    private IEnumerable<string> Licenses
    {
        get
        {
            if (Text("License-Expression") is { } expression)
            {
                return [expression];
            }

            var named = All("Classifier").Where(text => text.StartsWith(LicensePrefix, StringComparison.Ordinal)).Select(text => text[(text.LastIndexOf("::", StringComparison.Ordinal) + 2)..].Trim()).ToList();
            return named.Count > 0 ? named : Text("License") is { Length: <= 100 } written && !written.Contains('\n', StringComparison.Ordinal) ? [written] : [];
        }
    }

    private string? Link(params string[] labels) => labels.Select(label => Links.FirstOrDefault(link => link.Label.Equals(label, StringComparison.OrdinalIgnoreCase)).Url).FirstOrDefault(url => url is not null);
}
