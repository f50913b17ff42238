using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Platform.Protocol.Models;

/// <summary>
/// A model's pattern. It is Java's, and is meant to match a whole text: there <c>\w</c>, <c>\d</c> and <c>\s</c> are ASCII's, and a character is a code point.
/// Compiled when it is first asked, since a process meets few of them, and matched in time linear to the text.
/// </summary>
internal sealed class ModelPattern(string text)
{
    private readonly Lazy<Regex> _regex = new(() => Compile(text));

    /// <summary>As the model has it.</summary>
    public string Text => text;

    public bool IsMatch(string value) => _regex.Value.IsMatch(OneUnitEach(value));

    private static Regex Compile(string pattern) => new($"^(?:{Translated(pattern)})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string Translated(string pattern)
    {
        var translated = new StringBuilder();
        var inSet = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                var escape = pattern.AsSpan(i).StartsWith(@"\p{IsWhitespace}", StringComparison.Ordinal) ? @"\p{IsWhitespace}" : pattern.Substring(i, 2);
                translated.Append(Escape(escape, inSet));
                i += escape.Length - 1;
                continue;
            }

            inSet = pattern[i] == '[' || (inSet && pattern[i] != ']');
            translated.Append(pattern[i]);
        }

        return translated.ToString();
    }

    private static string Escape(string escape, bool inSet) => (escape, inSet) switch
    {
        (@"\w", true) => "a-zA-Z0-9_",
        (@"\w", false) => "[a-zA-Z0-9_]",
        (@"\d", true) => "0-9",
        (@"\d", false) => "[0-9]",
        (@"\s", true) => @" \t\n\v\f\r",
        (@"\s", false) => @"[ \t\n\v\f\r]",
        (@"\S", false) => @"[^ \t\n\v\f\r]",
        (@"\p{IsWhitespace}", _) => @"\s",
        _ => escape,
    };

    /// <summary>.NET matches UTF-16's units, half a character where there are two: a character of its kind that is one unit stands for such a pair.</summary>
    private static string OneUnitEach(string value)
    {
        if (!value.Any(char.IsSurrogate))
        {
            return value;
        }

        var units = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            units.Append(rune.IsBmp ? (char)rune.Value : StandIn(Rune.GetUnicodeCategory(rune)));
        }

        return units.ToString();
    }

    private static char StandIn(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => '\u3042',
        <= UnicodeCategory.EnclosingMark => '\u0301',
        <= UnicodeCategory.OtherNumber => '\u00B2',
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => '\uE000',
        _ => '\u2600',
    };
}
