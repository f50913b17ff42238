using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Wire;

/// <summary>Members of ECS and CloudWatch Logs begin with a small letter over HTTP and with a capital in machines.</summary>
internal static class MemberCase
{
    // Their keys are the user's. (ECS has tags as a list, of which this does not hold.)
    private static readonly HashSet<string> Maps = new(["dockerLabels", "options", "tags", "extractedValues"], StringComparer.OrdinalIgnoreCase);

    public static JsonObject Pascal(JsonObject node) => (JsonObject)Renamed(node, char.ToUpperInvariant)!;

    /// <param name="node">A document.</param>
    /// <param name="capital">The one member that keeps its capital.</param>
    public static JsonObject Camel(JsonObject node, string? capital = null) => (JsonObject)Renamed(node, char.ToLowerInvariant, capital)!;

    /// <summary>Whether a member's own members are no service's.</summary>
    public static bool IsMap(string member, JsonNode? value) => value is JsonObject && Maps.Contains(member);

    private static JsonNode? Renamed(JsonNode? node, Func<char, char> first, string? kept = null) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key.Length == 0 ? "" : member.Key == kept ? kept : first(member.Key[0]) + member.Key[1..],
            IsMap(member.Key, member.Value) ? member.Value!.DeepClone() : Renamed(member.Value, first, kept)))),
        JsonArray items => new JsonArray([.. items.Select(item => Renamed(item, first, kept))]),
        _ => node?.DeepClone(),
    };
}
