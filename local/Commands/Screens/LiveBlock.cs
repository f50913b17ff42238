using System.Text;

namespace Sluice.Local.Commands.Screens;

/// <summary>
/// Rows at a terminal's end that are replaced in place. They are written over, not taken away and drawn anew, and one update is shown as a whole by terminals that can do that: nothing flickers. The cursor stays at the beginning of the last row, so that the <c>^C</c> that a terminal writes has room in it.
/// </summary>
internal sealed class LiveBlock
{
    // https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036: a terminal that does not know it passes over it.
    private const string Begin = "\u001b[?2026h";
    private const string End = "\u001b[?2026l";
    private const string ClearLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";
    private IReadOnlyList<Row> _drawn = [];
    private int _width;

    /// <summary>What a terminal is to be given so that lines that stay stand above the rows, and the rows are these.</summary>
    /// <param name="lines">As they are written, without line ends.</param>
    /// <param name="rows">Each shorter than the width.</param>
    /// <param name="width">The columns now; rows that were drawn when there were more have been wrapped by the terminal.</param>
    public string Update(IReadOnlyList<string> lines, IReadOnlyList<Row> rows, int width, bool colours)
    {
        if (lines.Count == 0 && width == _width && rows.Select(row => row.Text).SequenceEqual(_drawn.Select(row => row.Text)))
        {
            return "";
        }

        var text = new StringBuilder(Begin).Append(Top(width));
        if (lines.Count > 0)
        {
            text.Append(ClearBelow).AppendJoin('\n', lines).Append('\n');
        }

        text.AppendJoin(ClearLine + "\n", rows.Select(row => row.Written(colours))).Append(ClearBelow).Append('\r').Append(End);
        (_drawn, _width) = (rows, width);
        return text.ToString();
    }

    private string Top(int width)
    {
        var rows = _drawn.Sum(row => Math.Max(1, (Cells.Of(row.Text) + width - 1) / width));
        return rows > 1 ? $"\r\u001b[{rows - 1}A" : "\r";
    }
}
