using System.Globalization;
using System.Text;

namespace Sluice.Local.Commands.Screens;

/// <summary>
/// Text from elsewhere (a build's output, a commit's message, an error) as a terminal may be given it: nothing in it moves the cursor, sets a title, fills the clipboard, hides letters or turns their order
/// around. What would is shown as <c>cat -v</c> shows it. The log files keep the original.
/// </summary>
internal static class HarmlessText
{
    private const char Escape = '\u001b';
    private const string Reset = "\u001b[0m";
    private const int LongestColour = 64;

    /// <param name="text">One or more lines.</param>
    /// <param name="colours">Whether colours and the like may pass (ECMA-48's SGR); each line ends with the usual ones then.</param>
    /// <param name="longest">How much of a line is shown, in characters.</param>
    public static string Of(string text, bool colours = false, int longest = int.MaxValue) =>
        string.Join('\n', text.Split('\n').Select(line => Line(Overwritten(line), colours, longest)));

    /// <summary>What stands there at last if a line was written over, as progress is shown.</summary>
    public static string Overwritten(string line)
    {
        var end = line.TrimEnd('\r');
        return end[(end.LastIndexOf('\r') + 1)..];
    }

    private static string Line(string line, bool colours, int longest)
    {
        var (shown, isColoured) = (new StringBuilder(line.Length), false);
        for (var i = 0; i < line.Length && shown.Length < longest;)
        {
            var colour = ColourAt(line, i);
            if (colour > 0)
            {
                shown.Append(colours ? line.AsSpan(i, colour) : []);
                (isColoured, i) = (colours, i + colour);
                continue;
            }

            _ = Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var length);
            shown.Append(IsHarmless(rune, line, i, length) ? rune.ToString() : Visible(rune));
            i += length;
        }

        var rest = shown.Length < longest ? "" : " … (the rest is in the log)";
        return $"{shown}{(isColoured ? Reset : "")}{rest}";
    }

    /// <summary>The length of the sequence that sets colours here; 0 if there is none.</summary>
    private static int ColourAt(string line, int at)
    {
        if (line[at] != Escape || at + 1 >= line.Length || line[at + 1] != '[')
        {
            return 0;
        }

        var end = at + 2;
        while (end < line.Length && end - at < LongestColour && (char.IsAsciiDigit(line[end]) || line[end] is ';' or ':'))
        {
            end++;
        }

        return end < line.Length && line[end] == 'm' ? end + 1 - at : 0;
    }

    private static bool IsHarmless(Rune rune, string line, int at, int length) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value == '\t',
        UnicodeCategory.Format => IsJoiner(rune) && IsOfAScript(line, at - 1) && IsOfAScript(line, at + length),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };

    // Persian and Indic scripts and composed emoji cannot be written without them; between other letters they hide.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static bool IsOfAScript(string line, int at) => at >= 0 && at < line.Length && line[at] > '\u00ff' && char.GetUnicodeCategory(line[at]) != UnicodeCategory.Format;

    private static string Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => $"^{(char)(rune.Value + '@')}",
        0x7F => "^?",
        _ => $"<U+{rune.Value:X4}>",
    };
}
