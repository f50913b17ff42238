using System.Text.Json;
using System.Text.RegularExpressions;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Replaces <c>${Name}</c> as SAM's DefinitionSubstitutions do.</summary>
internal static partial class Substitution
{
    internal static string Apply(string text, IReadOnlyDictionary<string, string> values, string file)
    {
        if (values.Count == 0)
        {
            return text;
        }

        var faults = new List<Fault>();
        var result = Place().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (values.TryGetValue(name, out var value))
            {
                return JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
            }

            var line = 1 + text.AsSpan(0, match.Index).Count('\n');
            faults.Add(new Fault(file, line, match.Value, $"there is no substitution '{name}'{NearMiss.Suggestion(name, values.Keys)}"));
            return match.Value;
        });
        return faults.Count == 0 ? result : throw new InvalidDefinitionException(faults);
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Place();
}
