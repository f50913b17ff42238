using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Pipelines.Triggers;

/// <summary>Makes a regular expression of a glob pattern, in one pass.</summary>
internal sealed class GlobTranslation(string pattern)
{
    private readonly StringBuilder _regex = new(@"\A(?:");
    private int _at;
    private bool _inGroup;

    /// <exception cref="FormatException">It is no pattern.</exception>
    public string ToRegex()
    {
        while (_at < pattern.Length)
        {
            Next(pattern[_at++]);
        }

        return _inGroup ? throw new FormatException("a '}' was expected after '{'") : _regex.Append(@")\z").ToString();
    }

    private void Next(char c)
    {
        switch (c)
        {
            case '*':
                Star();
                break;
            case '?':
                _regex.Append("[^/]");
                break;
            case '[':
                Set();
                break;
            case '{':
                Open();
                break;
            case '}' when _inGroup:
                _inGroup = false;
                _regex.Append("))");
                break;
            case ',' when _inGroup:
                _regex.Append(")|(?:");
                break;
            case '\\':
                Literal(_at < pattern.Length ? pattern[_at++] : throw new FormatException("a character was expected after '\\'"));
                break;
            default:
                Literal(c);
                break;
        }
    }

    private void Literal(char c) => _regex.Append(Regex.Escape(c.ToString()).Replace("]", "\\]", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal));

    private void Star()
    {
        if (_at >= pattern.Length || pattern[_at] != '*')
        {
            _regex.Append("[^/]*");
            return;
        }

        var begins = _at == 1 || pattern[_at - 2] is '/';
        _at++;
        if (begins && _at < pattern.Length && pattern[_at] == '/')
        {
            _at++;
            _regex.Append(@"(?:[\s\S]*/)?");
            return;
        }

        _regex.Append(@"[\s\S]*");
    }

    private void Open()
    {
        _inGroup = _inGroup ? throw new FormatException("groups ({a,b}) cannot be within each other") : true;
        _regex.Append("(?:(?:");
    }

    /// <summary>Within a set, <c>*</c>, <c>?</c> and <c>\</c> are themselves, and no set has the slash.</summary>
    private void Set()
    {
        var negates = _at < pattern.Length && pattern[_at] == '!';
        var start = negates ? _at + 1 : _at;
        var end = start < pattern.Length ? pattern.IndexOf(']', start) : -1;
        if (end <= start)
        {
            throw new FormatException("a set such as [a-z] was expected after '['");
        }

        var set = pattern[start..end];
        _regex.Append('[').Append(negates ? "^" : "");
        _at = end + 1;
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            _regex.Append(Member(set[i]));
            if (isRange)
            {
                _regex.Append('-').Append(set[i] <= set[i + 2] ? Member(set[i + 2]) : throw new FormatException($"the range '{set[i]}-{set[i + 2]}' goes backwards"));
                i += 2;
            }
        }

        _regex.Append("-[/]]");
    }

    private static string Member(char c) => $@"\u{(int)c:x4}";
}
