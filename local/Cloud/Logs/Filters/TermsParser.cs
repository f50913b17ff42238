namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Reads patterns of plain lines: <c>ERROR</c>, <c>"two words"</c>, <c>?either ?or</c>, <c>-without</c>, <c>%a.c%</c>.</summary>
internal static class TermsParser
{
    /// <exception cref="FilterPatternException">It is none.</exception>
    public static TermsFilter Parse(string pattern)
    {
        var (required, excluded, optional) = (new List<Predicate<string>>(), new List<Predicate<string>>(), new List<Predicate<string>>());
        var reader = new PatternReader(pattern);
        for (reader.SkipSpace(); !reader.IsAtEnd; reader.SkipSpace())
        {
            var into = reader.Take("?") ? optional : reader.Take("-") ? excluded : required;
            into.Add(Term(reader));
            if (!reader.IsAtEnd && !char.IsWhiteSpace(reader.Current))
            {
                throw Unquoted(reader);
            }
        }

        return new TermsFilter(required, excluded, optional);
    }

    private static Predicate<string> Term(PatternReader reader)
    {
        if (reader.Current == '%')
        {
            return reader.Regex().IsIn;
        }

        var term = reader.Current == '"' ? reader.Quoted() : reader.TakeWhile(static c => char.IsLetterOrDigit(c) || c == '_');
        return term.Length > 0 || !IsUnquoted(reader) ? line => line.Contains(term, StringComparison.Ordinal) : throw Unquoted(reader);
    }

    private static bool IsUnquoted(PatternReader reader) => reader.IsAtEnd || !char.IsWhiteSpace(reader.Current);

    private static FilterPatternException Unquoted(PatternReader reader) => reader.Expected("a term of letters, digits and _; put one with other characters into double quotes");
}
