using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>Members that must all fit, and for each <c>$or</c> one of its alternatives.</summary>
internal sealed class ObjectPattern(IReadOnlyList<KeyValuePair<string, IPatternNode>> members, IReadOnlyList<IReadOnlyList<ObjectPattern>> alternatives) : IPatternNode
{
    /// <summary>A list of objects fits if one of them does, with all its members. Where there is no object, only what must not be there fits.</summary>
    public bool Matches(JsonNode? value, bool isThere) => value switch
    {
        JsonArray items when items.Any(item => item is JsonObject or JsonArray) => items.Any(item => item is JsonObject or JsonArray && Matches(item, isThere: true)),
        JsonObject members => Matches(members),
        _ => Matches([]),
    };

    public bool Matches(JsonObject value) =>
        members.All(member => member.Value.Matches(value.TryGetPropertyValue(member.Key, out var inner) ? inner : null, value.ContainsKey(member.Key)))
        && alternatives.All(choices => choices.Any(choice => choice.Matches(value)));
}
