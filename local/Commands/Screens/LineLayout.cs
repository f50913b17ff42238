using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Screens;

/// <summary>A line with its time and label as rows of a terminal: broken between words, and what follows stands below the text. A word that has no room in a row, such as a URL, is left whole.</summary>
internal static partial class LineLayout
{
    private const int LabelWidth = 10;
    private const int LeastRoom = 20;

    /// <param name="time">The time of day.</param>
    /// <param name="label">What it is about.</param>
    /// <param name="text">One or more lines; those after the first have no time, and are not broken.</param>
    /// <param name="width">The terminal's columns.</param>
    public static IEnumerable<Row> Rows(DateTimeOffset time, string label, string text, Tone tone, int width)
    {
        var lines = text.Split('\n');
        var head = string.Create(CultureInfo.InvariantCulture, $"{time:HH:mm:ss}  ");
        var name = label.PadRight(LabelWidth) + "  ";
        var indent = head.Length + Cells.Of(name);
        foreach (var (row, index) in Wrap(lines[0], Math.Max(LeastRoom, width - indent)).Select((row, index) => (row, index)))
        {
            yield return index == 0 ? new Row(new Span(head, Tone.Quiet), new Span(name, Tone.Strong), new Span(row, tone)) : new Row(new Span(new string(' ', indent) + row, tone));
        }

        foreach (var line in lines.Skip(1))
        {
            yield return new Row(new Span(Below(line), tone));
        }
    }

    /// <summary>A line that stands below the first one. Nothing that comes from elsewhere may look like a line of its own, so it is indented.</summary>
    public static string Below(string line) => line.Length == 0 ? "" : "  " + line;

    /// <summary>Commits and digests in as many digits as tell them apart; the logs have the whole.</summary>
    public static string ShortHashes(string text) => Hash().Replace(text, match => match.Value[..12]);

    internal static IEnumerable<string> Wrap(string text, int room)
    {
        var row = "";
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (row.Length > 0 && Cells.Of(row) + Cells.Of(word.TrimEnd()) > room)
            {
                yield return row.TrimEnd();
                row = word.TrimStart();
            }
            else
            {
                row += word;
            }
        }

        yield return row.TrimEnd();
    }

    [GeneratedRegex(@"\b([0-9a-f]{64}|[0-9a-f]{40})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    // With the blanks before it, which are those of the text. A number and its unit are one word.
    [GeneratedRegex(@"\s*\S+( (ms|s|min|h|%)(?!\w))*|\s+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
