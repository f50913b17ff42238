using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Reads manifests, and finds all that is wrong with one at once. Pure.</summary>
internal static class ManifestReader
{
    /// <summary>How many bytes a manifest may have: what the specification has registries take at least.</summary>
    public const int Most = 4 * 1024 * 1024;

    private const int MostNamed = 1000;
    private const int LongestType = 255;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="bytes">The document.</param>
    /// <param name="contentType">What it is said to be; null if that is not said.</param>
    /// <exception cref="ImageRefusal">It is none.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var faults = new List<string>();
            var manifest = Read(document.RootElement, contentType?.Split(';')[0].Trim(), faults);
            return faults.Count == 0 && manifest is not null ? manifest : throw ImageErrors.Manifest(faults);
        }
        catch (JsonException e)
        {
            throw ImageErrors.Manifest([$"It is no JSON: {e.Message.TrimEnd('.')}"]);
        }
        catch (InvalidOperationException)
        {
            // The document is read before its texts are: half a character is found only then.
            throw ImageErrors.Manifest(["A text in it has what is no character"]);
        }
    }

    private static Manifest? Read(JsonElement root, string? contentType, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("a JSON object is expected");
            return null;
        }

        var type = TypeOf(root, contentType, faults);
        if (!root.TryGetProperty("schemaVersion", out var schema) || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var version) || version != 2)
        {
            faults.Add("schemaVersion: 2 is expected");
        }

        var isIndex = ManifestTypes.IsIndex(type);

        // Whoever reads it as the other kind would see another image under the same digest.
        faults.AddRange((isIndex ? new[] { "config", "layers", "fsLayers" } : ["manifests", "fsLayers"]).Where(name => root.TryGetProperty(name, out _)).Select(name => $"{name}: a manifest of the type {type} has none"));
        var config = isIndex ? null : Named(root, "config", faults);
        var listed = List(root, isIndex ? "manifests" : "layers", faults);
        return new Manifest(type, isIndex ? [] : [.. config is null ? [] : new[] { config }, .. listed], isIndex ? listed : [])
        {
            ArtifactType = Text(root, "artifactType", faults) is { Length: > 0 } artifact ? artifact : config?.MediaType,
            Subject = root.TryGetProperty("subject", out _) ? Named(root, "subject", faults)?.Digest : null,
            Annotations = Annotations(root, faults),
        };
    }

    private static string TypeOf(JsonElement root, string? contentType, List<string> faults)
    {
        var own = Text(root, "mediaType", faults);
        var type = string.IsNullOrEmpty(contentType) ? own : contentType;
        if (!ManifestTypes.IsKnown(type))
        {
            faults.Add($"Content-Type: {ManifestTypes.Expected}");
        }
        else if (own is not null && own != type)
        {
            faults.Add($"mediaType: it says {Shown(own)}, and Content-Type says {type}");
        }

        return type ?? "";
    }

    private static IReadOnlyList<Descriptor> List(JsonElement root, string name, List<string> faults)
    {
        if (!root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            faults.Add($"{name}: a list is expected");
            return [];
        }

        if (list.GetArrayLength() is > MostNamed and var count)
        {
            faults.Add($"{name}: at most {MostNamed} are expected, not {count}");
            return [];
        }

        return [.. list.EnumerateArray().Select((entry, index) => Described(entry, $"{name}[{index}]", faults)).OfType<Descriptor>()];
    }

    private static Descriptor? Named(JsonElement root, string name, List<string> faults)
    {
        if (root.TryGetProperty(name, out var entry))
        {
            return Described(entry, name, faults);
        }

        faults.Add($"{name}: it is expected");
        return null;
    }

    private static Descriptor? Described(JsonElement entry, string place, List<string> faults)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place}: an object with mediaType, digest and size is expected");
            return null;
        }

        var (type, digest) = (Text(entry, "mediaType", faults, place), ImageDigest.Read(Text(entry, "digest", faults, place)));
        var size = entry.TryGetProperty("size", out var told) && told.ValueKind == JsonValueKind.Number && told.TryGetInt64(out var number) && number >= 0 ? number : -1;
        if (string.IsNullOrEmpty(type))
        {
            faults.Add($"{place}.mediaType: it is expected");
        }

        if (digest is null)
        {
            faults.Add($"{place}.digest: {ImageDigest.Expected}");
        }

        if (size < 0)
        {
            faults.Add($"{place}.size: a number of bytes is expected");
        }

        return string.IsNullOrEmpty(type) || digest is null || size < 0 ? null : new Descriptor(type, digest, size, IsOutside(entry, type));
    }

    private static bool IsOutside(JsonElement entry, string type) =>
        (type.Contains(".nondistributable.", StringComparison.Ordinal) || type.Contains(".foreign.", StringComparison.Ordinal))
        && entry.TryGetProperty("urls", out var urls) && urls.ValueKind == JsonValueKind.Array && urls.GetArrayLength() > 0;

    private static JsonObject? Annotations(JsonElement root, List<string> faults)
    {
        if (!root.TryGetProperty("annotations", out var found) || found.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (found.ValueKind != JsonValueKind.Object || found.EnumerateObject().Any(one => one.Value.ValueKind != JsonValueKind.String))
        {
            faults.Add("annotations: texts by their names are expected");
            return null;
        }

        return JsonObject.Create(found.Clone());
    }

    private static string? Text(JsonElement of, string name, List<string> faults, string? place = null)
    {
        if (!of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestType } text)
        {
            return text;
        }

        faults.Add($"{(place is null ? "" : place + ".")}{name}: a text of at most {LongestType} characters is expected");
        return null;
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
