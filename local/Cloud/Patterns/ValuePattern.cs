using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>The values that a member may have. Of a list one must fit; an object or an empty list is no value, so that it is as if nothing was there.</summary>
internal sealed class ValuePattern(IReadOnlyList<ValueTest> tests) : IPatternNode
{
    public bool Matches(JsonNode? value, bool isThere)
    {
        var values = isThere ? Values(value).ToList() : [];
        return values.Count == 0 ? tests.Any(test => test.OfNothing) : values.Any(one => tests.Any(test => test.Fits(one)));
    }

    private static IEnumerable<JsonNode?> Values(JsonNode? value) => value switch
    {
        JsonArray items => items.SelectMany(Values),
        JsonObject => [],
        _ => [value],
    };
}
