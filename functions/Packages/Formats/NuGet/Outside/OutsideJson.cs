using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>JSON of registries outside, which may be anything.</summary>
internal sealed class OutsideJson
{
    private readonly UpstreamDocuments _documents;

    internal OutsideJson(UpstreamDocuments documents) => _documents = documents;

    /// <summary>The object at an address; null if its registry says that there is none.</summary>
    /// <exception cref="UpstreamException">It cannot be had, or is no object.</exception>
    public async Task<JsonObject?> GetAsync(Uri address, CancellationToken cancellationToken) =>
        await _documents.GetAsync(address, FormatAnswers.Json, cancellationToken) is { } document ? Read(address, document.Content) : null;

    /// <summary>A member that is text; null if it is not.</summary>
    public static string? Text(JsonNode? item, string name) => item is JsonObject known && known[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The objects of a member that is a list.</summary>
    public static IReadOnlyList<JsonObject> Objects(JsonNode? item, string name) => item is JsonObject known && known[name] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>The texts of a member that is a list.</summary>
    public static IEnumerable<string> Texts(JsonNode? item, string name) =>
        (item is JsonObject known && known[name] is JsonArray list ? list : []).OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : null).OfType<string>();

    private static JsonObject Read(Uri address, byte[] content)
    {
        try
        {
            // Members are looked up at once, since one that is there twice shows only then.
            var read = JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return read as JsonObject ?? throw new UpstreamException($"{UpstreamClient.Told(address)} did not answer an object of JSON.");
        }
        catch (JsonException)
        {
            throw new UpstreamException($"{UpstreamClient.Told(address)} did not answer JSON.");
        }
    }
}
