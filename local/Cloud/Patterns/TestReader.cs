using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>Reads one of the values or operators of a pattern.</summary>
/// <param name="faults">What is wrong is added here.</param>
internal sealed class TestReader(List<string> faults)
{
    private static readonly ValueTest Never = new(static _ => false);

    public ValueTest Read(JsonNode? choice, string at) => choice switch
    {
        JsonObject { Count: 1 } named => Operator(named.First().Key, named.First().Value, at),
        JsonObject => Wrong(at, "one operator was expected"),
        JsonArray => Wrong(at, "a value or an operator was expected, not a list"),
        _ => ValueTest.Of(choice?.DeepClone()),
    };

    private ValueTest Operator(string name, JsonNode? operand, string at) => name switch
    {
        "exists" => Exists(operand, $"{at}.exists"),
        "anything-but" => AnythingBut(operand, $"{at}.anything-but"),
        "numeric" => NumericTest.Read(operand, out var expected) ?? Wrong($"{at}.numeric", expected),
        _ => TextOf(name, operand, $"{at}.{name}", ignoring: true),
    };

    private ValueTest Exists(JsonNode? operand, string at) => operand?.GetValueKind() switch
    {
        JsonValueKind.True => new ValueTest(static _ => true),
        JsonValueKind.False => new ValueTest(static _ => false, OfNothing: true),
        _ => Wrong(at, "true or false was expected"),
    };

    /// <summary>Of a list, none may fit.</summary>
    private ValueTest AnythingBut(JsonNode? operand, string at)
    {
        ValueTest[] tests = operand switch
        {
            JsonObject { Count: 1 } named when named.First() is var (name, value) && name != "cidr" =>
                [.. (value is JsonArray { Count: > 0 } many ? many.ToArray() : new JsonNode?[] { value }).Select(one => TextOf(name, one, $"{at}.{name}", ignoring: false))],
            JsonArray { Count: > 0 } values when AreAlike(values) => [.. values.Select(ValueTest.Of)],
            JsonValue scalar when IsTextOrNumber(scalar) => [ValueTest.Of(scalar.DeepClone())],
            _ => [Wrong(at, "a text, a number, a list of either, or one of prefix, suffix, equals-ignore-case and wildcard was expected")],
        };
        return new ValueTest(value => !Array.Exists(tests, test => test.Fits(value)));
    }

    private ValueTest TextOf(string name, JsonNode? operand, string at, bool ignoring)
    {
        if (ignoring && name is "prefix" or "suffix" && operand is JsonObject { Count: 1 } inner && inner["equals-ignore-case"] is JsonValue text && Text(text) is { } part)
        {
            return TextTest.Of(name, part, StringComparison.OrdinalIgnoreCase)!;
        }

        if (Text(operand) is not { } wanted)
        {
            return TextTest.Names.Contains(name) ? Wrong(at, "a text was expected") : Wrong(at, "is no operator that is known");
        }

        if (!TextTest.Names.Contains(name))
        {
            return Wrong(at, "is no operator that is known");
        }

        return TextTest.Of(name, wanted, StringComparison.Ordinal) ?? Wrong(at, name == "cidr" ? "an address range such as 10.0.0.0/24 was expected" : "a text without ** and with \\* or \\\\ for what is escaped was expected");
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string?)node : null;

    private static bool IsTextOrNumber(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number;

    private static bool AreAlike(JsonArray values) => values.All(IsTextOrNumber) && values.Select(value => value!.GetValueKind()).Distinct().Count() == 1;

    private ValueTest Wrong(string at, string expected)
    {
        faults.Add($"{at}: {expected}");
        return Never;
    }
}
