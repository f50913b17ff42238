using System.Text.Json.Nodes;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Npm;

/// <summary>A version's manifest: its <c>package.json</c>, as npm publishes it. Whatever it says may be of any type.</summary>
internal static class NpmManifest
{
    private static readonly (string Member, string Type)[] Dependencies =
    [
        ("dependencies", "regular"), ("devDependencies", "dev"), ("peerDependencies", "peer"), ("optionalDependencies", "optional"),
    ];

    /// <summary>What installing needs, which npm asks for alone.</summary>
    private static readonly string[] Abbreviated =
    [
        "name", "version", "deprecated", "dependencies", "optionalDependencies", "devDependencies", "bundleDependencies", "bundledDependencies", "peerDependencies", "peerDependenciesMeta", "bin", "directories", "engines", "os", "cpu", "libc",
        "funding", "dist", "_hasShrinkwrap", "hasInstallScript",
    ];

    public static VersionSummary Summary(JsonObject manifest) => new()
    {
        DisplayName = Text(manifest["name"]),
        Summary = Text(manifest["description"]),
        HomePage = Text(manifest["homepage"]),
        SourceCodeRepository = Text(manifest["repository"]) ?? Text((manifest["repository"] as JsonObject)?["url"]),
        Licenses = [.. Licenses(manifest)],
    };

    public static IReadOnlyList<StoredDependency> DependenciesOf(JsonObject manifest) =>
    [
        .. from kind in Dependencies
           from dependency in manifest[kind.Member] as JsonObject ?? []
           let name = NpmName.Read(dependency.Key)
           where name is not null
           select new StoredDependency(name.Scope, name.Name, kind.Type, Text(dependency.Value) ?? "*"),
    ];

    /// <summary>The members that installing needs; <c>hasInstallScript</c> says what is left out of the scripts.</summary>
    public static JsonObject Short(JsonObject manifest)
    {
        var brief = new JsonObject();
        foreach (var member in Abbreviated.Where(manifest.ContainsKey))
        {
            brief[member] = manifest[member]?.DeepClone();
        }

        if (manifest["scripts"] is JsonObject scripts && (scripts.ContainsKey("install") || scripts.ContainsKey("preinstall") || scripts.ContainsKey("postinstall")))
        {
            brief["hasInstallScript"] = true;
        }

        return brief;
    }

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static IEnumerable<StoredLicense> Licenses(JsonObject manifest)
    {
        if (Text(manifest["license"]) is { } name)
        {
            yield return new StoredLicense(name);
        }

        foreach (var license in (manifest["licenses"] as JsonArray ?? []).Append(manifest["license"]).OfType<JsonObject>())
        {
            if (Text(license["type"]) is { } type)
            {
                yield return new StoredLicense(type, Text(license["url"]));
            }
        }
    }
}
