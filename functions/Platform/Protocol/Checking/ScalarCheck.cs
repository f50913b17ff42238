using System.Text;
using System.Text.Json;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Checking;

/// <summary>Whether one value is of its shape's type and keeps its constraints.</summary>
internal static class ScalarCheck
{
    private const int MostShown = 128;

    /// <summary>What was expected, if the value cannot be read as the shape.</summary>
    public static string? TypeFault(Shape shape, JsonElement value) => IsOf(shape.Type, value) ? null : $"Member must be {Expected(shape.Type)}, not {Found(value)}";

    /// <summary>The constraints that the value breaks, and the value as it may be shown.</summary>
    public static IEnumerable<(string Shown, string Constraint)> Broken(Shape shape, JsonElement value) => shape.Type switch
    {
        ShapeType.String => BrokenText(shape, value.GetString()!),
        ShapeType.List when shape.Min is not null || shape.Max is not null => BrokenLength(shape, value.GetArrayLength(), $"of {value.GetArrayLength()} elements"),
        ShapeType.Map when shape.Min is not null || shape.Max is not null => BrokenLength(shape, value.EnumerateObject().Count(), "of a map"),
        ShapeType.Integer or ShapeType.Long or ShapeType.Double => BrokenRange(shape, value),
        _ => [],
    };

    /// <summary>The constraints that a text breaks.</summary>
    public static IEnumerable<(string Shown, string Constraint)> BrokenText(Shape shape, string text)
    {
        var shown = Shown(shape, text);
        if (shape.Enum.Count > 0 && !shape.Enum.Contains(text, StringComparer.Ordinal))
        {
            yield return (shown, $"Member must satisfy enum value set: [{string.Join(", ", shape.Enum)}]");
        }

        foreach (var broken in BrokenLength(shape, shape.Min is null && shape.Max is null ? 0 : text.EnumerateRunes().Count(), shown))
        {
            yield return broken;
        }

        if (shape.Pattern is { } pattern && text.Length >= (shape.Min ?? 0) && !pattern.IsMatch(text))
        {
            yield return (shown, $"Member must satisfy regular expression pattern: {pattern.Text}");
        }
    }

    /// <summary>What stands where a number is expected, if it may be shown; null of other shapes. <c>NaN</c> says more than that it is none.</summary>
    public static string? ShownNumber(Shape shape, JsonElement value) => (shape.Type, value.ValueKind) switch
    {
        (ShapeType.Double, JsonValueKind.String) => Shown(shape, value.GetString()!),
        (ShapeType.Double, JsonValueKind.Number) => Shown(shape, value.GetRawText()),
        _ => null,
    };

    private static IEnumerable<(string Shown, string Constraint)> BrokenLength(Shape shape, int length, string shown)
    {
        if (length < shape.Min)
        {
            yield return (shown, $"Member must have length greater than or equal to {shape.Min}");
        }

        if (length > shape.Max)
        {
            yield return (shown, $"Member must have length less than or equal to {shape.Max}");
        }
    }

    private static IEnumerable<(string Shown, string Constraint)> BrokenRange(Shape shape, JsonElement value)
    {
        var number = value.GetDouble();
        if (number < shape.Min)
        {
            yield return (Shown(shape, value.GetRawText()), $"Member must have value greater than or equal to {shape.Min}");
        }

        if (number > shape.Max)
        {
            yield return (Shown(shape, value.GetRawText()), $"Member must have value less than or equal to {shape.Max}");
        }
    }

    private static bool IsOf(ShapeType type, JsonElement value) => type switch
    {
        ShapeType.Structure or ShapeType.Map => value.ValueKind == JsonValueKind.Object,
        ShapeType.List => value.ValueKind == JsonValueKind.Array,
        ShapeType.String => value.ValueKind == JsonValueKind.String,
        ShapeType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ShapeType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        ShapeType.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        ShapeType.Double => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number),
        ShapeType.Timestamp => WireTimestamp.TryRead(value, out _),
        _ => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out _),
    };

    private static string Expected(ShapeType type) => type switch
    {
        ShapeType.Structure or ShapeType.Map => "an object",
        ShapeType.List => "a list",
        ShapeType.String => "a string",
        ShapeType.Boolean => "a boolean",
        ShapeType.Integer => "a whole number of 32 bits",
        ShapeType.Long => "a whole number of 64 bits",
        ShapeType.Double => "a number",
        ShapeType.Timestamp => "a timestamp (epoch seconds or ISO 8601)",
        _ => "Base64",
    };

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "this string",
        JsonValueKind.Number => "this number",
        _ => "a boolean",
    };

    private static string Shown(Shape shape, string text) =>
        shape.IsSensitive ? "'***'" : text.Length <= MostShown ? $"'{text}'" : $"'{new StringBuilder(text, 0, MostShown, MostShown + 3)}...'";
}
