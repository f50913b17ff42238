using System.Text.Json;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>Reads the links of a page in JSON, as PEP 691 has it.</summary>
internal static class JsonLinks
{
    private const string Sha256 = "sha256";

    /// <exception cref="InvalidDataException">It is no such page.</exception>
    public static IEnumerable<PageLink> Read(byte[] content)
    {
        try
        {
            using var page = JsonDocument.Parse(content);
            return page.RootElement.ValueKind is JsonValueKind.Object && page.RootElement.TryGetProperty("files", out var files) && files.ValueKind is JsonValueKind.Array
                ? [.. files.EnumerateArray().Select(Link).OfType<PageLink>()]
                : throw new InvalidDataException("has no list of files");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"is no JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // A text that is no Unicode.
            throw new InvalidDataException($"has a text that cannot be read: {e.Message}", e);
        }
    }

    private static PageLink? Link(JsonElement file) => file.ValueKind is JsonValueKind.Object && Text(file, "filename") is { } name && Text(file, "url") is { } url
        ? new PageLink(name, url, Hashes(file, "hashes"))
        {
            Size = file.TryGetProperty("size", out var size) && size.ValueKind is JsonValueKind.Number && size.TryGetInt64(out var bytes) && bytes >= 0 ? bytes : null,
            UploadedAt = Text(file, "upload-time"),
            RequiresPython = Text(file, "requires-python"),
            Metadata = (Hashes(file, "core-metadata") is { Count: > 0 } known ? known : Hashes(file, "dist-info-metadata")).GetValueOrDefault(Sha256),
            Yanked = file.TryGetProperty("yanked", out var yanked) ? Reason(yanked) : null,
        }
        : null;

    private static string? Reason(JsonElement yanked) => yanked.ValueKind switch
    {
        JsonValueKind.String => yanked.GetString(),
        JsonValueKind.True => "",
        _ => null,
    };

    private static string? Text(JsonElement file, string name) => file.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    private static Dictionary<string, string> Hashes(JsonElement file, string name)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file.TryGetProperty(name, out var all) && all.ValueKind is JsonValueKind.Object)
        {
            foreach (var hash in all.EnumerateObject().Where(hash => hash.Value.ValueKind is JsonValueKind.String))
            {
                hashes[hash.Name] = hash.Value.GetString()!;
            }
        }

        return hashes;
    }
}
