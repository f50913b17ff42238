using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>A query request's parameters (<c>Targets.member.1.Port=80</c>) as the object that they spell. All values are text; an empty one is how clients send an empty list, so it is left out.</summary>
internal static class QueryForm
{
    private const int MostItems = 1000;
    private const string Item = "member";
    private const string Entry = "entry";

    public static IReadOnlyDictionary<string, string> Parameters(string form)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            parameters[Decoded(name)] = Decoded(value);
        }

        return parameters;
    }

    /// <exception cref="ApiException">They spell none.</exception>
    public static JsonObject Read(IReadOnlyDictionary<string, string> parameters)
    {
        var root = new JsonObject();
        foreach (var (name, value) in parameters.Where(pair => pair.Key is not ("Action" or "Version") && pair.Value.Length > 0))
        {
            Put(root, name.Split('.'), value, name);
        }

        return (JsonObject)Lists(root);
    }

    private static void Put(JsonObject root, string[] path, string value, string name)
    {
        var at = root;
        foreach (var part in path[..^1])
        {
            at[part] ??= new JsonObject();
            at = at[part] as JsonObject ?? throw Contradiction(name);
        }

        if (!at.TryAdd(path[^1], value))
        {
            throw Contradiction(name);
        }
    }

    /// <summary>An object whose only member is <c>member</c> is a list: of what is there by number. One whose only member is <c>entry</c> is a map.</summary>
    private static JsonNode Lists(JsonNode node) => node switch
    {
        JsonObject { Count: 1 } members when members[Item] is JsonObject numbered => new JsonArray([.. numbered.OrderBy(pair => Number(pair.Key)).Select(pair => Lists(pair.Value!))]),
        JsonObject { Count: 1 } members when members[Entry] is JsonObject numbered => Map(numbered),
        JsonObject members => new JsonObject(members.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Lists(pair.Value!)))),
        _ => node.DeepClone(),
    };

    /// <summary>Entries are <c>key</c> and <c>value</c>, or <c>Name</c> and <c>Value</c>. An empty value was left out.</summary>
    private static JsonObject Map(JsonObject numbered)
    {
        var map = new JsonObject();
        foreach (var (number, entry) in numbered)
        {
            _ = Number(number);
            if (entry is not JsonObject pair || (pair["key"] ?? pair["Name"]) is not JsonValue key || !map.TryAdd(key.ToString(), (pair["value"] ?? pair["Value"]) is { } value ? Lists(value) : ""))
            {
                throw new ApiException("MalformedInput", $"'{Entry}.{number}' is no entry of a map: expected a key that no other has, and a value.");
            }
        }

        return map;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostItems
        ? number
        : throw new ApiException("MalformedInput", $"'{Item}.{text}' is no item of a list: expected {Item}.1 to {Item}.{MostItems}.");

    private static ApiException Contradiction(string name) => new("MalformedInput", $"The parameter {name} contradicts another one.");

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
