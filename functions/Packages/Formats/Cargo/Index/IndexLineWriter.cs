using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Cargo.Manifests;

namespace Sluice.Packages.Formats.Cargo.Index;

/// <summary>Writes the line of a version in the index. Features that older cargos cannot read stand apart, and the line says so by its <c>v</c>. Pure.</summary>
internal static class IndexLineWriter
{
    public static JsonObject Write(CargoToml manifest, IReadOnlyList<CrateDependency> dependencies, string checksum)
    {
        var (old, fresh) = (new JsonObject(), new JsonObject());
        foreach (var (name, values) in manifest.Features.OrderBy(feature => feature.Key, StringComparer.Ordinal))
        {
            (values.Any(IsFresh) ? fresh : old)[name] = Texts(values);
        }

        var line = new JsonObject
        {
            ["name"] = manifest.Name,
            ["vers"] = manifest.Version,
            ["deps"] = new JsonArray([.. dependencies.Select(Of)]),
            ["cksum"] = checksum,
            ["features"] = old,
            ["yanked"] = false,
            ["links"] = manifest.Links,
        };
        if (fresh.Count > 0)
        {
            (line["v"], line["features2"]) = (2, fresh);
        }

        if (manifest.RustVersion is { } rust)
        {
            line["rust_version"] = rust;
        }

        return line;
    }

    private static JsonObject Of(CrateDependency dependency)
    {
        var json = new JsonObject
        {
            ["name"] = dependency.Name,
            ["req"] = dependency.Requirement,
            ["features"] = Texts(dependency.Features),
            ["optional"] = dependency.IsOptional,
            ["default_features"] = dependency.WantsDefaults,
            ["target"] = dependency.Target,
            ["kind"] = dependency.Kind,
        };
        if (dependency.Registry is { } registry)
        {
            json["registry"] = registry;
        }

        if (dependency.Package != dependency.Name)
        {
            json["package"] = dependency.Package;
        }

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static bool IsFresh(string value) => value.StartsWith("dep:", StringComparison.Ordinal) || value.Contains("?/", StringComparison.Ordinal);
}
