using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Cloud.Models;

/// <summary>Query clients send every value as text. Text that is a value of its shape becomes one; all else stays, and is a fault of its type.</summary>
internal static class TypedInput
{
    public static JsonNode? Of(Shape shape, JsonNode? value) => (shape.Type, value) switch
    {
        (ShapeType.Structure, JsonObject members) => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Member(shape, member.Key, member.Value)))),
        (ShapeType.List, JsonArray items) => new JsonArray([.. items.Select(item => Of(shape.Element!, item))]),
        (ShapeType.Map, JsonObject entries) => new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Of(shape.Element!, entry.Value)))),
        (_, JsonValue scalar) when scalar.GetValueKind() == JsonValueKind.String => Parsed(shape.Type, scalar.GetValue<string>()) ?? scalar.DeepClone(),
        _ => value?.DeepClone(),
    };

    private static JsonNode? Member(Shape shape, string name, JsonNode? value) =>
        shape.Members.TryGetValue(name, out var member) && member.Name == name ? Of(member.Shape, value) : value?.DeepClone();

    private static JsonValue? Parsed(ShapeType type, string text) => type switch
    {
        ShapeType.Integer or ShapeType.Long when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        ShapeType.Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        ShapeType.Boolean when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        ShapeType.Timestamp when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) =>
            JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000m),
        _ => null,
    };
}
