using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Shapes;

/// <summary>Where something is in a file. A <see cref="Location"/> would keep a whole compilation alive, and equals no other.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location Location => Location.Create(Path, Span, Lines);

    public static Place Of(SyntaxToken token)
    {
        var lines = token.GetLocation().GetLineSpan();
        return new Place(lines.Path, token.Span, lines.Span);
    }

    public static Place Of(string path, string text, int at)
    {
        var offset = Math.Min(Math.Max(at, 0), text.Length);
        var before = text.Substring(0, offset);
        var line = before.Count(character => character == '\n');
        var position = new LinePosition(line, offset - (before.LastIndexOf('\n') + 1));
        return new Place(path, new TextSpan(offset, 0), new LinePositionSpan(position, position));
    }
}
