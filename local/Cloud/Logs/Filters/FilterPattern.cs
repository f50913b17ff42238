namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>CloudWatch's filter patterns: terms, phrases and regular expressions of plain lines, and conditions on the members of JSON.</summary>
internal static class FilterPattern
{
    /// <summary>The filter that a pattern means; an empty one picks all.</summary>
    /// <exception cref="FilterPatternException">It means none.</exception>
    public static IEventFilter Parse(string? pattern)
    {
        var text = (pattern ?? "").Trim();
        return text switch
        {
            "" => TermsFilter.All,
            ['{', ..] => JsonPatternParser.Parse(text),
            ['[', ..] => throw new FilterPatternException("Filter patterns for space-delimited events ([w1, w2, ...]) are not served on this machine; terms, phrases, regular expressions and JSON patterns are."),
            _ => TermsParser.Parse(text),
        };
    }
}
