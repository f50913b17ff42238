namespace Sluice.Packages.Formats.Maven;

/// <summary>Versions in the order that Maven gives them.</summary>
internal sealed class MavenVersion : IComparer<string>
{
    public static readonly MavenVersion Order = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (one, other) = (Tokens(x ?? ""), Tokens(y ?? ""));
        for (var at = 0; at < Math.Max(one.Count, other.Count); at++)
        {
            var step = at >= one.Count ? other[at].Nothing.CompareTo(other[at]) : one[at].CompareTo(at >= other.Count ? one[at].Nothing : other[at]);
            if (step != 0)
            {
                return step;
            }
        }

        return string.CompareOrdinal(x, y);
    }

    private static List<MavenToken> Tokens(string version)
    {
        var (tokens, start, before) = (new List<MavenToken>(), 0, '.');
        for (var at = 0; at <= version.Length; at++)
        {
            var isEnd = at == version.Length || version[at] is '.' or '-' or '_';
            if (!isEnd && (at == start || char.IsAsciiDigit(version[at]) == char.IsAsciiDigit(version[at - 1])))
            {
                continue;
            }

            tokens.Add(new MavenToken(before, Normal(version[start..at].ToLowerInvariant(), isBeforeNumber: !isEnd)));
            (before, start) = (isEnd && at < version.Length && version[at] == '.' ? '.' : '-', isEnd ? at + 1 : at);
        }

        for (var at = tokens.Count - 1; at > 0; at--)
        {
            if (tokens[at].IsNull && (at == tokens.Count - 1 || tokens[at + 1].Before == '-'))
            {
                tokens.RemoveAt(at);
            }
        }

        return tokens;
    }

    private static string Normal(string text, bool isBeforeNumber) => text switch
    {
        "" => "0",
        "a" when isBeforeNumber => "alpha",
        "b" when isBeforeNumber => "beta",
        "m" when isBeforeNumber => "milestone",
        "cr" => "rc",
        "ga" or "final" or "release" => "",
        _ when char.IsAsciiDigit(text[0]) => text.TrimStart('0') is { Length: > 0 } number ? number : "0",
        _ => text,
    };
}
