using Sluice.Local.Commands.Live;
using Spectre.Console;

namespace Sluice.Local.Commands.Screens;

/// <summary>Lines in colours, and below them what goes on, which is rewritten in place. The library says what the terminal can do.</summary>
internal sealed class TerminalScreen(IAnsiConsole console, TextWriter output, TimeProvider time) : IScreen
{
    private const int LongestLine = 2000;
    private const int MostRows = 20;
    private readonly Lock _gate = new();
    private readonly LiveBlock _block = new();
    private IReadOnlyList<Row> _rows = [];

    private bool Colours => console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    private int Width => Math.Max(20, console.Profile.Width);

    public void Line(string label, string text, Tone tone = Tone.Plain) => Add(label, LineLayout.ShortHashes(text), tone);

    public void Output(string? name, string text) => Add("", $"  {(name is null ? "" : $"{name} | ")}{HarmlessText.Overwritten(text)}", Tone.Quiet);

    public void Show(LiveState state, TimeSpan now)
    {
        lock (_gate)
        {
            _rows = LiveRows.Of(state, now, Width, Math.Clamp(console.Profile.Height - 2, 2, MostRows), console.Profile.Capabilities.Unicode);
            Update([]);
        }
    }

    public void Hide()
    {
        lock (_gate)
        {
            Write(_block.Update([], [], Width, Colours));
        }
    }

    private void Add(string label, string text, Tone tone)
    {
        lock (_gate)
        {
            Update([.. Lines(HarmlessText.Of(label), HarmlessText.Of(text, Colours, LongestLine), tone)]);
        }
    }

    // A line that brings colours of its own is not broken, which could be within them.
    private IEnumerable<string> Lines(string label, string text, Tone tone) =>
        LineLayout.Rows(time.GetLocalNow(), label, text, text.Contains('\u001b') ? Tone.Plain : tone, text.Contains('\u001b') ? int.MaxValue : Width).Select(row => row.Written(Colours));

    private void Update(IReadOnlyList<string> lines) => Write(_block.Update(lines, [.. _rows.Select(row => row.Cut(Width - 1))], Width, Colours));

    private void Write(string text)
    {
        if (text.Length > 0)
        {
            output.Write(text);
            output.Flush();
        }
    }
}
