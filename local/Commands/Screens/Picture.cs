using System.Globalization;
using System.Xml.Linq;

namespace Sluice.Local.Commands.Screens;

/// <summary>Rows of a terminal as a picture: SVG with the letters as text, so that it is small, sharp and can be searched.</summary>
internal static class Picture
{
    private const double CellWidth = 8.4;
    private const double RowHeight = 19;
    private const double FontSize = 14;
    private const double Margin = 16;
    private const char Blank = '\u00a0';
    private const string Ground = "#1b1f24";
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <param name="rows">From the top.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="title">For who cannot see it.</param>
    public static string Of(IReadOnlyList<Row> rows, int columns, string title)
    {
        var (width, height) = ((columns * CellWidth) + (2 * Margin), (rows.Count * RowHeight) + (2 * Margin));
        return new XElement(
            _svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("role", "img"),
            new XElement(_svg + "title", title),
            new XElement(_svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("rx", "8"), new XAttribute("fill", Ground)),
            new XElement(
                _svg + "g",
                new XAttribute("font-family", "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"),
                new XAttribute("font-size", Number(FontSize)),
                rows.SelectMany(OfRow))).ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> OfRow(Row row, int index)
    {
        var column = 0;
        foreach (var span in row.Spans)
        {
            if (span.Text.Trim() is { Length: > 0 } text)
            {
                yield return Piece(text, column + span.Text.IndexOf(text[0], StringComparison.Ordinal), index, span.Tone);
            }

            column += Cells.Of(span.Text);
        }
    }

    // Each piece has its place, so that columns stay columns in whatever font there is; blanks of the usual kind would be one.
    private static XElement Piece(string text, int column, int row, Tone tone) => new(
        _svg + "text",
        new XAttribute("x", Number(Margin + (column * CellWidth))),
        new XAttribute("y", Number(Margin + FontSize + (row * RowHeight))),
        new XAttribute("textLength", Number(Cells.Of(text) * CellWidth)),
        new XAttribute("lengthAdjust", "spacingAndGlyphs"),
        new XAttribute("fill", Colour(tone)),
        tone == Tone.Strong ? new XAttribute("font-weight", "bold") : null,
        text.Replace(' ', Blank));

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Strong => "#f0f3f6",
        Tone.Quiet => "#8b949e",
        Tone.Good => "#56d364",
        Tone.Warning => "#e3b341",
        Tone.Bad => "#ff7b72",
        _ => "#d0d7de",
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
