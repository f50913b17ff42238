using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Tables;

/// <summary>DynamoDB's typed JSON (<c>{"S": "text"}</c>), as streams and pipes carry items, from and to plain JSON.</summary>
internal static class AttributeJson
{
    public static JsonObject ToTyped(JsonNode? value) => value switch
    {
        null => new JsonObject { ["NULL"] = true },
        JsonObject members => new JsonObject { ["M"] = ToTypedMembers(members) },
        JsonArray elements => new JsonObject { ["L"] = new JsonArray([.. elements.Select(e => (JsonNode)ToTyped(e))]) },
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => new JsonObject { ["S"] = value.GetValue<string>() },
            JsonValueKind.Number => new JsonObject { ["N"] = value.ToJsonString() },
            JsonValueKind.True or JsonValueKind.False => new JsonObject { ["BOOL"] = value.GetValueKind() == JsonValueKind.True },
            _ => new JsonObject { ["NULL"] = true },
        },
    };

    public static JsonObject ToTypedMembers(JsonObject members) => new(members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, ToTyped(m.Value))));

    /// <exception cref="JsonException">The value is not one typed value of a kind that the suite writes.</exception>
    public static JsonNode? ToPlain(JsonNode? typed)
    {
        if (typed is not JsonObject { Count: 1 } single)
        {
            throw new JsonException($"Expected one typed value like {{\"S\": \"text\"}}, not {typed?.ToJsonString() ?? "null"}.");
        }

        var (type, value) = single.First();
        return type switch
        {
            "S" => JsonValue.Create(value!.GetValue<string>()),
            "N" => JsonNode.Parse(value!.GetValue<string>()),
            "BOOL" => JsonValue.Create(value!.GetValue<bool>()),
            "NULL" => null,
            "L" => new JsonArray([.. value!.AsArray().Select(ToPlain)]),
            "M" => ToPlainMembers(value!.AsObject()),
            _ => throw new JsonException($"The attribute type {type} is none that the suite writes (S, N, BOOL, NULL, L, M)."),
        };
    }

    public static JsonObject ToPlainMembers(JsonObject typed) => new(typed.Select(m => KeyValuePair.Create(m.Key, ToPlain(m.Value))));
}
