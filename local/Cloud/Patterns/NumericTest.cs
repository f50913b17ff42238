using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary><c>numeric</c>: <c>["=", 3]</c>, <c>["&gt;", 0]</c> or a range such as <c>["&gt;", 0, "&lt;=", 5]</c>.</summary>
internal static class NumericTest
{
    private const double Most = 5e9;
    private static readonly string[] Lower = [">", ">="];
    private static readonly string[] Upper = ["<", "<="];

    /// <returns>Null if it is none; then <paramref name="expected"/> says what was.</returns>
    public static ValueTest? Read(JsonNode? operand, out string expected)
    {
        expected = "[\"=\", 3], [\">\", 0] or a range such as [\">\", 0, \"<=\", 5] was expected, with numbers from -5e9 to 5e9";
        return operand is JsonArray { Count: 2 or 4 } parts && Pairs(parts) is { } pairs && AreSound(pairs)
            ? ValueTest.OfNumber(value => pairs.TrueForAll(pair => Holds(value, pair.Comparison, pair.Bound)))
            : null;
    }

    private static List<(string Comparison, double Bound)>? Pairs(JsonArray parts)
    {
        var pairs = new List<(string, double)>();
        foreach (var pair in parts.Chunk(2))
        {
            if (pair[0]?.GetValueKind() != JsonValueKind.String || pair[1]?.GetValueKind() != JsonValueKind.Number)
            {
                return null;
            }

            pairs.Add(((string)pair[0]!, pair[1].Deserialize<double>()));
        }

        return pairs;
    }

    private static bool AreSound(List<(string Comparison, double Bound)> pairs) => pairs.TrueForAll(pair => Math.Abs(pair.Bound) <= Most) && pairs switch
    {
        [var only] => only.Comparison == "=" || Lower.Contains(only.Comparison) || Upper.Contains(only.Comparison),
        [var from, var to] => Lower.Contains(from.Comparison) && Upper.Contains(to.Comparison) && from.Bound < to.Bound,
        _ => false,
    };

    private static bool Holds(double value, string comparison, double bound) => comparison switch
    {
        "=" => value.Equals(bound),
        ">" => value > bound,
        ">=" => value >= bound,
        "<" => value < bound,
        _ => value <= bound,
    };
}
