using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Inputs;

/// <summary>
/// A template of JSON with <c>&lt;names&gt;</c>. In a text a value is put in as text; elsewhere it is put in as JSON, so that a text is quoted. A value that is not there is no text, and elsewhere null.
/// </summary>
internal static partial class InputTemplate
{
    private const string Reserved = "aws.events.";
    private static readonly string[] Known = ["rule-arn", "rule-name", "event.ingestion-time", "event", "event.json"];

    /// <summary>All that is wrong with one.</summary>
    public static IEnumerable<string> Faults(InputTransformer transformer)
    {
        foreach (var name in (transformer.InputPathsMap?.Keys ?? []).Where(name => name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"the name '{name}' begins with AWS, which is reserved";
        }

        var names = Name().Matches(transformer.InputTemplate).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(name => !IsKnown(name, transformer)))
        {
            yield return $"<{name}> is neither in InputPathsMap nor one of {string.Join(", ", Known.Select(known => $"<{Reserved}{known}>"))}";
        }

        var tried = Fill(transformer.InputTemplate, names.ToDictionary(name => name, JsonNode? (_) => "x", StringComparer.Ordinal));
        if (!IsJson(tried))
        {
            yield return "a template of valid JSON was expected, in which a text is quoted";
        }
    }

    public static string Fill(string template, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var filled = new StringBuilder();
        var isInText = false;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] == '<' && Name().Match(template, at) is { Success: true } match && match.Index == at && values.TryGetValue(match.Groups["name"].Value, out var value))
            {
                filled.Append(isInText ? InText(value) : Json(value));
                at += match.Length - 1;
                continue;
            }

            if (template[at] == '\\' && isInText && at + 1 < template.Length)
            {
                filled.Append(template[at++]);
            }
            else if (template[at] == '"')
            {
                isInText = !isInText;
            }

            filled.Append(template[at]);
        }

        return filled.ToString();
    }

    private static bool IsKnown(string name, InputTransformer transformer) =>
        transformer.InputPathsMap?.ContainsKey(name) == true || (name.StartsWith(Reserved, StringComparison.Ordinal) && Known.Contains(name[Reserved.Length..]));

    private static string Json(JsonNode? value) => value?.ToJsonString(AwsJson.Options) ?? "null";

    private static string InText(JsonNode? value) => JsonSerializer.Serialize(
        value switch { null => "", JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => (string)scalar!, _ => Json(value) }, AwsJson.Options)[1..^1];

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("<(?<name>[A-Za-z0-9_.-]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
