using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>The paths that filters of webhooks have: <c>$</c>, and then members (<c>.ref</c>, <c>['ref']</c>), places (<c>[0]</c>) and <c>*</c> for all of them.</summary>
internal sealed partial class JsonPath
{
    private const int LongestPath = 150;
    private readonly IReadOnlyList<string?> _steps;

    private JsonPath(IReadOnlyList<string?> steps) => _steps = steps;

    /// <summary>The path; null if it is none.</summary>
    public static JsonPath? Read(string text)
    {
        if (text.Length > LongestPath || Whole().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var steps = match.Groups["step"].Captures.Select(step => step.Value switch
        {
            ".*" or "[*]" => null,
            ['.', ..] member => member[1..],
            _ => step.Value[1..^1].Trim('\'', '"'),
        });
        return new JsonPath([.. steps]);
    }

    /// <summary>All that is there, as text.</summary>
    public IEnumerable<string> In(JsonNode? document) => _steps.Aggregate((IEnumerable<JsonNode?>)[document], Step).OfType<JsonNode>().Select(Text);

    private static IEnumerable<JsonNode?> Step(IEnumerable<JsonNode?> nodes, string? step) => nodes.SelectMany(node => (node, step) switch
    {
        (JsonObject members, null) => members.Select(member => member.Value),
        (JsonArray items, null) => items,
        (JsonObject members, { } name) => [members[name]],
        (JsonArray items, { } place) when int.TryParse(place, out var index) && index < items.Count => [items[index]],
        _ => (IEnumerable<JsonNode?>)[],
    });

    private static string Text(JsonNode node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();

    [GeneratedRegex("""^\$(?<step>\.\*|\.[A-Za-z_][A-Za-z0-9_-]*|\[\*\]|\[[0-9]{1,9}\]|\['[^'\]]+'\]|\["[^"\]]+"\])*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();
}
