using System.Text.Json;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Swift.Publishing;

/// <summary>What a release says of itself, by SE-0391.</summary>
/// <param name="Description">In a sentence; null if it says nothing.</param>
/// <param name="LicenseUrl">Where its licence is; null if that is not said.</param>
/// <param name="RepositoryUrls">Where its source is.</param>
internal sealed record ReleaseMetadata(string? Description, string? LicenseUrl, IReadOnlyList<string> RepositoryUrls)
{
    private const int MostUrls = 100;
    private const int LongestUrl = 2000;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Nothing.</summary>
    public static readonly ReleaseMetadata None = new(null, null, []);

    /// <exception cref="InvalidDataException">It is none: all that is wrong with it.</exception>
    public static ReleaseMetadata Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var faults = new List<string>();
            var read = Read(document.RootElement, faults);
            return faults.Count == 0 && read is not null ? read : throw new InvalidDataException($"metadata: {string.Join("; ", faults)}");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"metadata: it is no JSON: {e.Message.TrimEnd('.')}", e);
        }
        catch (InvalidOperationException e)
        {
            // The document is read before its texts are: half a character is found only then.
            throw new InvalidDataException("metadata: a text in it has what is no character", e);
        }
    }

    /// <summary>For people.</summary>
    public VersionSummary Summary(string displayName) => new()
    {
        DisplayName = displayName, Summary = Description, SourceCodeRepository = RepositoryUrls.Count > 0 ? RepositoryUrls[0] : null, Licenses = LicenseUrl is null ? [] : [new StoredLicense(null, LicenseUrl)],
    };

    private static ReleaseMetadata? Read(JsonElement root, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("a JSON object is expected");
            return null;
        }

        if (root.TryGetProperty("author", out var author) && (author.ValueKind != JsonValueKind.Object || Text(author, "name", faults) is null))
        {
            faults.Add("author: an object with a name is expected");
        }

        _ = (Text(root, "originalPublicationTime", faults), Text(root, "readmeURL", faults));
        return new ReleaseMetadata(Text(root, "description", faults), Text(root, "licenseURL", faults), Urls(root, faults));
    }

    private static IReadOnlyList<string> Urls(JsonElement root, List<string> faults)
    {
        if (!root.TryGetProperty("repositoryURLs", out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= MostUrls && list.EnumerateArray().All(url => url.ValueKind == JsonValueKind.String && url.GetString() is { Length: > 0 and <= LongestUrl } text && !text.Any(char.IsControl)))
        {
            return [.. list.EnumerateArray().Select(url => url.GetString()!)];
        }

        faults.Add($"repositoryURLs: a list of at most {MostUrls} addresses is expected");
        return [];
    }

    private static string? Text(JsonElement of, string name, List<string> faults)
    {
        if (!of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add($"{name}: a text is expected");
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
