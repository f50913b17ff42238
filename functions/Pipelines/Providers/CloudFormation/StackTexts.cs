using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Texts in JSON, as CloudFormation's calls list them.</summary>
internal static class StackTexts
{
    /// <summary>A text, a number or a truth value as a text; null for anything else.</summary>
    public static string? Of(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    /// <summary>A list of pairs.</summary>
    public static JsonArray List(IEnumerable<KeyValuePair<string, string>> texts, string key, string value) =>
        [.. texts.Select(pair => new JsonObject { [key] = pair.Key, [value] = pair.Value })];
}
