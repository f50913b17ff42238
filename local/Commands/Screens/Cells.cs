using System.Text;
using Spectre.Console.Rendering;

namespace Sluice.Local.Commands.Screens;

/// <summary>How much of a terminal's row a text takes: a letter of Chinese takes two cells.</summary>
internal static class Cells
{
    private const char Ellipsis = '…';

    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>As much as there is room for, with an ellipsis for the rest.</summary>
    public static string Cut(string text, int cells)
    {
        var (kept, used) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune.ToString());
            if (used > cells - 1)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return cells <= 0 ? "" : kept.Append(Ellipsis).ToString();
    }
}
