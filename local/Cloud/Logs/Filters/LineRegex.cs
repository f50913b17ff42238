using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>A regular expression of a pattern, matched in time linear to the line.</summary>
internal sealed class LineRegex
{
    private readonly Regex _regex;

    private LineRegex(Regex regex) => _regex = regex;

    /// <exception cref="FilterPatternException">It is none, or needs to look back or ahead, which CloudWatch does not do either.</exception>
    public static LineRegex Of(string pattern)
    {
        try
        {
            return pattern.Length > 0
                ? new LineRegex(new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
                : throw new FilterPatternException("Invalid filter pattern: a regular expression is empty.");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FilterPatternException($"Invalid filter pattern: %{pattern}% is no regular expression that is served: {e.Message}");
        }
    }

    public bool IsIn(string text) => _regex.IsMatch(text);
}
