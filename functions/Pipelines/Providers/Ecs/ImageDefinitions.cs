using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Ecs;

/// <summary>Reads <c>imagedefinitions.json</c>: which container runs which image.</summary>
internal sealed class ImageDefinitions(ActionArtifacts artifacts)
{
    /// <summary>CodePipeline's.</summary>
    private const int MostBytes = 100 * 1024;

    /// <exception cref="ArtifactException">It is not there, or not what it must be; all of it is told.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var file = request.Configuration.TryGetValue("FileName", out var named) && named.Length > 0 ? named : "imagedefinitions.json";
        return Read(await artifacts.ReadFileAsync(request, request.InputArtifacts.Keys.First(), file, MostBytes, cancellationToken), file);
    }

    internal static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> content, string file)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        var list = Parse(content, file);
        foreach (var (item, index) in list.Select((item, index) => (item, index)))
        {
            if (item is JsonObject map && Text(map["name"]) is { } name && Text(map["imageUri"]) is { } image)
            {
                if (!images.TryAdd(name, image))
                {
                    faults.Add($"[{index}] names the container '{name}' again");
                }
            }
            else
            {
                faults.Add($"""[{index}] is no {"{"}"name": CONTAINER, "imageUri": IMAGE{"}"}""");
            }
        }

        return faults.Count > 0 ? throw new ArtifactException($"{file} cannot be used: {string.Join("; ", faults)}.")
            : images.Count == 0 ? throw new ArtifactException($"{file} names no image.")
            : images;
    }

    private static JsonArray Parse(ReadOnlySpan<byte> content, string file)
    {
        try
        {
            return JsonNode.Parse(content) as JsonArray ?? throw new ArtifactException($"{file} is no JSON list of containers and their images.");
        }
        catch (JsonException e)
        {
            throw new ArtifactException($"{file} is no JSON: {e.Message}");
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } text ? text : null;
}
