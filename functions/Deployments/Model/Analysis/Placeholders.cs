using System.Text.RegularExpressions;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>The <c>${Name}</c> in queries, by which one query serves both versions.</summary>
internal static partial class Placeholders
{
    public static IEnumerable<string> In(string text) => Form().Matches(text).Select(match => match.Groups["name"].Value);

    public static IEnumerable<string> In(MetricQuery query) => query.Dimensions.Select(dimension => dimension.Value).Append(query.Expression ?? "").SelectMany(In);

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Form().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Value);

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
