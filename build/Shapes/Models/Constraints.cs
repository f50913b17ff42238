using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>What a value must keep to, in words.</summary>
internal static class Constraints
{
    private const int MostNamed = 12;

    /// <param name="shape">The value's.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="find">Finds the shape that is referred to.</param>
    public static string Of(JsonValue shape, bool isRequired, Func<JsonValue, JsonValue> find)
    {
        List<string> words = [.. isRequired ? ["required"] : Array.Empty<string>(), .. Of(shape)];
        if (shape["member"] is { } member && Of(find(member)).ToList() is { Count: > 0 } each)
        {
            words.Add($"each {string.Join(", ", each)}");
        }

        return words.Count == 0 ? "May be left out." : $"{char.ToUpperInvariant(words[0][0])}{string.Join("; ", words).Substring(1)}.";
    }

    private static IEnumerable<string> Of(JsonValue shape)
    {
        if (Range(shape["min"]?.Text, shape["max"]?.Text) is { } range)
        {
            yield return $"{range}{Unit(shape["type"]?.Text)}";
        }

        if (shape["pattern"] is { } pattern)
        {
            yield return $"matches <c>{Names.Xml(pattern.Text)}</c>";
        }

        if (shape["enum"] is { } values)
        {
            var named = values.Elements.Take(MostNamed).Select(value => $"<c>{Names.Xml(value.Text)}</c>");
            yield return $"one of {string.Join(", ", named)}{(values.Elements.Count > MostNamed ? " and others" : "")}";
        }

        if (shape["sensitive"]?.Kind == JsonKind.True)
        {
            yield return "never shown";
        }
    }

    private static string? Range(string? least, string? most) => (least, most) switch
    {
        (null, null) => null,
        ({ }, null) => $"at least {least}",
        (null, { }) => $"at most {most}",
        _ => $"{least} to {most}",
    };

    private static string Unit(string? type) => type switch
    {
        "string" => " characters",
        "list" => " elements",
        "map" => " entries",
        "blob" => " bytes",
        _ => "",
    };
}
