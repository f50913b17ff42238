using System.Text.RegularExpressions;

namespace Sluice.Local.Tests.Commands.Screens;

/// <summary>What a terminal shows of what it is given: as much of ECMA-48 as the screens use, and rows that are wrapped anew when the window gets narrower, as most terminals do.</summary>
internal sealed partial class SmallTerminal(int width)
{
    private int _width = width;
    private int _row;
    private int _column;
    private List<string> _rows = [""];

    /// <summary>Without the blanks at the ends.</summary>
    public IReadOnlyList<string> Rows => [.. _rows.Select(row => row.TrimEnd())];

    public void Write(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var sequence = Sequence().Match(text, i);
            if (sequence.Success)
            {
                Obey(sequence.Groups["kind"].Value, sequence.Groups["number"].Value);
                i += sequence.Length;
            }
            else
            {
                Put(text[i++]);
            }
        }
    }

    public void Narrow(int width)
    {
        var (rows, cursor) = (new List<string>(), 0);
        for (var row = 0; row < _rows.Count; row++)
        {
            var text = _rows[row];
            cursor = row == _row ? rows.Count + (Math.Max(0, _column - 1) / width) : cursor;
            do
            {
                rows.Add(text[..Math.Min(width, text.Length)]);
                text = text[rows[^1].Length..];
            }
            while (text.Length > 0);
        }

        (_rows, _row, _width, _column) = (rows, cursor, width, _column % width);
    }

    private void Put(char letter)
    {
        switch (letter)
        {
            case '\r':
                _column = 0;
                return;
            case '\n':
                (_row, _column) = (_row + 1, 0);
                break;
            default:
                (_row, _column) = _column == _width ? (_row + 1, 0) : (_row, _column);
                break;
        }

        while (_rows.Count <= _row)
        {
            _rows.Add("");
        }

        if (letter != '\n')
        {
            var row = _rows[_row].PadRight(_column + 1);
            _rows[_row] = row[.._column] + letter + row[(_column + 1)..];
            _column++;
        }
    }

    private void Obey(string kind, string number)
    {
        switch (kind)
        {
            case "A":
                _row = Math.Max(0, _row - int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "K" or "J":
                _rows[_row] = _rows[_row][..Math.Min(_column, _rows[_row].Length)];
                _rows.RemoveRange(kind == "J" ? _row + 1 : _rows.Count, kind == "J" ? _rows.Count - _row - 1 : 0);
                break;
        }
    }

    [GeneratedRegex(@"\G\u001b\[\??(?<number>[0-9;]*)(?<kind>[A-Za-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sequence();
}
