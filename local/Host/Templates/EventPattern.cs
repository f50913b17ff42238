using System.Text.Json.Nodes;

namespace Sluice.Local.Host.Templates;

/// <summary>EventBridge's patterns, as far as the template uses them: nested members, lists of exact values and <c>prefix</c>.</summary>
internal sealed class EventPattern
{
    private readonly JsonObject _pattern;

    private EventPattern(JsonObject pattern) => _pattern = pattern;

    public static EventPattern Read(JsonNode pattern)
    {
        var root = pattern as JsonObject ?? throw new InvalidDataException("An event pattern is a mapping.");
        Check(root);
        return new EventPattern(root);
    }

    public bool Matches(JsonObject happened) => Matches(_pattern, happened);

    private static bool Matches(JsonObject pattern, JsonObject happened) => pattern.All(entry =>
        happened.TryGetPropertyValue(entry.Key, out var value) && (entry.Value, value) switch
        {
            (JsonObject nested, JsonObject inner) => Matches(nested, inner),
            (JsonArray choices, JsonArray values) => values.Any(value => choices.Any(choice => Allows(choice!, value))),
            (JsonArray choices, _) => choices.Any(choice => Allows(choice!, value)),
            _ => false,
        });

    private static bool Allows(JsonNode choice, JsonNode? value) => choice is JsonObject
        ? value?.GetValueKind() == System.Text.Json.JsonValueKind.String && ((string)value!).StartsWith((string)choice["prefix"]!, StringComparison.Ordinal)
        : JsonNode.DeepEquals(choice, value);

    private static void Check(JsonObject pattern)
    {
        foreach (var (name, value) in pattern)
        {
            switch (value)
            {
                case JsonObject nested:
                    Check(nested);
                    break;
                case JsonArray choices when choices.OfType<JsonObject>().All(choice => choice.Count == 1 && choice.ContainsKey("prefix")):
                    break;
                default:
                    throw new InvalidDataException($"The event pattern's '{name}' uses what one machine cannot match yet.");
            }
        }
    }
}
