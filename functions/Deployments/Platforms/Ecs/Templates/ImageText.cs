using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Deployments.Platforms.Ecs.Templates;

/// <summary>Which image an artifact means: <c>imageDetail.json</c>, as a source of Amazon ECR makes it, or <c>imagedefinitions.json</c> with one image.</summary>
internal static partial class ImageText
{
    /// <summary>The best first.</summary>
    public static IReadOnlyList<string> Files { get; } = ["imageDetail.json", "imagedefinitions.json", "imageDefinitions.json"];

    /// <returns>The image's URI; null if the text names none.</returns>
    public static string? Read(byte[] content)
    {
        try
        {
            var uri = JsonNode.Parse(content) switch
            {
                JsonObject detail => Text(detail["ImageURI"]),
                JsonArray { Count: 1 } list => Text((list[0] as JsonObject)?["imageUri"]),
                _ => null,
            };
            return uri is not null && Form().IsMatch(uri) ? uri : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // It is put into another document: nothing of it may be read as that document's own.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
