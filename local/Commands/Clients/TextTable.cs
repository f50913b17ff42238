using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Clients;

/// <summary>Rows in columns. Where a terminal is too narrow the widest column that may be cut gives way.</summary>
internal static class TextTable
{
    private const string Between = "  ";
    private const int Least = 8;

    /// <param name="headings">One a column.</param>
    /// <param name="rows">As many cells each.</param>
    /// <param name="width">The terminal's columns.</param>
    public static IEnumerable<Row> Of(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<Span>> rows, int width)
    {
        var widths = Fit([.. headings.Select((heading, column) => rows.Select(row => Cells.Of(row[column].Text)).Append(Cells.Of(heading)).Max())], width);
        return rows.Prepend([.. headings.Select(heading => new Span(heading, Tone.Quiet))]).Select(row => new Row([.. row.SelectMany((cell, column) => Padded(cell, widths[column], column == row.Count - 1))]));
    }

    private static IEnumerable<Span> Padded(Span cell, int width, bool isLast)
    {
        var text = Cells.Of(cell.Text) > width ? Cells.Cut(cell.Text, width) : cell.Text;
        yield return cell with { Text = text };
        if (!isLast)
        {
            yield return new Span(new string(' ', width - Cells.Of(text)) + Between);
        }
    }

    private static int[] Fit(int[] widths, int width)
    {
        for (var over = widths.Sum() + (Between.Length * (widths.Length - 1)) - (long)width; over > 0; over--)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Least)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }
}
