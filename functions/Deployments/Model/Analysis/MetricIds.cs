using System.Text.RegularExpressions;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>The ids that metric math refers to: names in an expression that begin with a lower-case letter, outside quotes. Functions are in capitals.</summary>
internal static partial class MetricIds
{
    public const string Expected = "a lower-case letter, then letters, digits and _";

    public static bool IsId(string text) => Id().IsMatch(text);

    public static IEnumerable<string> In(string expression) => IsQuery(expression) ? [] :
        Word().Matches(expression).Where(match => match.Groups["id"].Success).Select(match => match.Value);

    public static string Rename(string expression, Func<string, string> rename) => IsQuery(expression) ? expression :
        Word().Replace(expression, match => match.Groups["id"].Success ? rename(match.Value) : match.Value);

    /// <summary>Metrics Insights' SQL, which refers to no ids.</summary>
    public static bool IsQuery(string expression) => expression.StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,99}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|(?<![a-zA-Z0-9_.])(?<id>[a-z][a-zA-Z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
