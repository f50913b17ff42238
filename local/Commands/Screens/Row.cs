namespace Sluice.Local.Commands.Screens;

/// <summary>One row of a terminal.</summary>
internal sealed record Row(params IReadOnlyList<Span> Spans)
{
    private const string Escape = "\u001b[";

    /// <summary>Without tones.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>As a terminal is given it.</summary>
    /// <param name="colours">Whether it may have colours; without them nothing but letters is written.</param>
    public string Written(bool colours) => colours ? string.Concat(Spans.Select(span => Code(span.Tone) is { } code ? $"{Escape}{code}m{span.Text}{Escape}0m" : span.Text)) : Text;

    /// <summary>At most so many cells, harmless and of one line; what is left out ends with an ellipsis.</summary>
    public Row Cut(int cells)
    {
        var (left, spans) = (cells, new List<Span>());
        foreach (var span in Spans)
        {
            var text = HarmlessText.Of(span.Text.ReplaceLineEndings(" ").Replace('\t', ' '));
            if (Cells.Of(text) > left)
            {
                spans.Add(span with { Text = Cells.Cut(text, left) });
                break;
            }

            spans.Add(span with { Text = text });
            left -= Cells.Of(text);
        }

        return new Row([.. spans]);
    }

    private static string? Code(Tone tone) => tone switch
    {
        Tone.Strong => "1",
        Tone.Quiet => "90",
        Tone.Good => "32",
        Tone.Warning => "33",
        Tone.Bad => "31",
        _ => null,
    };
}
