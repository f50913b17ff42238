using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Cargo.Manifests;
using Sluice.Packages.Formats.Cargo.Names;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>Reads what cargo says of a crate that it publishes, and notes down all that is wrong with it.</summary>
internal sealed class PublishedMetadataReader
{
    private const int LongestShown = 200;
    private const int MostDependencies = 500;
    private static readonly string[] Kinds = [CrateDependency.Normal, CrateDependency.Dev, CrateDependency.Build];
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };
    private readonly List<string> _faults = [];

    private PublishedMetadataReader()
    {
    }

    /// <summary>What it says, and what is wrong with it: one of them is good only if the other is empty.</summary>
    public static (PublishedMetadata? Metadata, IReadOnlyList<string> Faults) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new PublishedMetadataReader();
            return JsonNode.Parse(json, documentOptions: Options) is JsonObject root ? (reader.Whole(root), reader._faults) : (null, ["a JSON object is expected"]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, [$"it is no JSON: {e.Message.TrimEnd('.')}"]);
        }
    }

    private PublishedMetadata Whole(JsonObject root)
    {
        var (name, version) = (Text(root, "name", "name"), Text(root, "vers", "vers"));
        Require(name is not null && CrateName.IsValid(name), $"name: {CrateName.Expected} are expected, not '{Shown(name)}'");
        Require(version is not null && CrateVersion.IsValid(version), $"vers: {CrateVersion.Expected} is expected, not '{Shown(version)}'");
        var manifest = new CargoToml(name ?? "", version ?? "")
        {
            Links = Text(root, "links", "links"),
            RustVersion = Text(root, "rust_version", "rust_version"),
            Dependencies = Dependencies(root),
            Features = Features(root),
        };
        return new PublishedMetadata(manifest, Text(root, "readme", "readme"));
    }

    private List<CrateDependency> Dependencies(JsonObject root)
    {
        var all = new List<CrateDependency>();
        Require(root["deps"] is JsonArray or null, "deps: a list is expected");
        Require(root["deps"] is not JsonArray { Count: > MostDependencies }, $"deps: {MostDependencies} at most are expected");
        foreach (var node in (root["deps"] as JsonArray ?? []).Take(MostDependencies))
        {
            var place = $"deps[{all.Count}]";
            Require(node is JsonObject, $"{place}: an object is expected");
            all.Add(Dependency(node as JsonObject ?? [], place));
        }

        return all;
    }

    private CrateDependency Dependency(JsonObject json, string place)
    {
        var package = Text(json, "name", $"{place}.name") ?? "";
        var alias = Text(json, "explicit_name_in_toml", $"{place}.explicit_name_in_toml");
        var (requirement, kind) = (Text(json, "version_req", $"{place}.version_req") ?? "", Text(json, "kind", $"{place}.kind") ?? CrateDependency.Normal);
        Require(CrateName.IsValid(package), $"{place}.name: {CrateName.Expected} are expected, not '{Shown(package)}'");
        Require(alias is null || IsAlias(alias), $"{place}.explicit_name_in_toml: a name is expected, not '{Shown(alias)}'");
        Require(VersionRequirement.IsValid(requirement), $"{place}.version_req: a requirement such as ^1.2 is expected, not '{Shown(requirement)}'");
        Require(Kinds.Contains(kind), $"{place}.kind: {string.Join(", ", Kinds)} are expected, not '{Shown(kind)}'");
        return new CrateDependency(alias ?? package, package, requirement, kind)
        {
            Target = Text(json, "target", $"{place}.target"),
            IsOptional = Flag(json, "optional", $"{place}.optional") ?? false,
            WantsDefaults = Flag(json, "default_features", $"{place}.default_features") ?? true,
            Features = Texts(json["features"], $"{place}.features"),
            Registry = Text(json, "registry", $"{place}.registry"),
        };
    }

    private Dictionary<string, IReadOnlyList<string>> Features(JsonObject root)
    {
        Require(root["features"] is JsonObject or null, "features: an object is expected");
        return (root["features"] as JsonObject ?? []).ToDictionary(feature => feature.Key, feature => Texts(feature.Value, $"features.{Shown(feature.Key)}"), StringComparer.Ordinal);
    }

    private IReadOnlyList<string> Texts(JsonNode? node, string place)
    {
        List<string> texts = node is JsonArray array ? [.. array.Select(Text).OfType<string>()] : [];
        Require(node is null || (node is JsonArray all && all.Count == texts.Count), $"{place}: a list of texts is expected");
        return texts;
    }

    private string? Text(JsonObject json, string name, string place)
    {
        Require(json[name] is null || Text(json[name]) is not null, $"{place}: a text is expected");
        return Text(json[name]) is { Length: > 0 } text ? text : null;
    }

    private bool? Flag(JsonObject json, string name, string place)
    {
        var flag = json[name] is JsonValue value && value.TryGetValue<bool>(out var found) ? found : (bool?)null;
        Require(json[name] is null || flag is not null, $"{place}: true or false is expected");
        return flag;
    }

    private void Require(bool isSo, string fault)
    {
        if (!isSo)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Names in a manifest may begin with an underscore.</summary>
    private static bool IsAlias(string text) => text.Length <= 64 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-') && !char.IsAsciiDigit(text[0]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Shown(string? text) => text is null ? "" : text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
