using Sluice.Local.Commands.Live;

namespace Sluice.Local.Commands.Screens;

/// <summary>A screen that keeps the moment at which the most went on, as a terminal would show it, for a picture. Who looks sees the other screen as it is.</summary>
/// <param name="shown">What people look at.</param>
internal sealed class PicturedScreen(IScreen shown, TimeProvider time) : IScreen
{
    private const int Columns = 110;
    private const int MostLines = 14;
    private const int MostRows = 20;
    private readonly Lock _gate = new();
    private readonly Queue<Row> _lines = [];
    private (IReadOnlyList<Row> Lines, IReadOnlyList<Row> Rows) _kept = ([], []);

    public void Line(string label, string text, Tone tone = Tone.Plain)
    {
        Keep(LineLayout.Rows(time.GetLocalNow(), HarmlessText.Of(label), HarmlessText.Of(LineLayout.ShortHashes(text)), tone, Columns));
        shown.Line(label, text, tone);
    }

    public void Output(string? name, string text)
    {
        Keep(LineLayout.Rows(time.GetLocalNow(), "", $"  {HarmlessText.Of(text)}", Tone.Quiet, Columns).Take(1));
        shown.Output(name, text);
    }

    public void Show(LiveState state, TimeSpan now)
    {
        var rows = LiveRows.Of(state, now, Columns, MostRows, unicode: true);
        lock (_gate)
        {
            if (rows.Count > 0 && rows.Count >= _kept.Rows.Count)
            {
                _kept = ([.. _lines], rows);
            }
        }

        shown.Show(state, now);
    }

    public void Hide() => shown.Hide();

    /// <summary>What was kept, as SVG.</summary>
    /// <param name="title">For who cannot see it.</param>
    public string Picture(string title)
    {
        lock (_gate)
        {
            return Screens.Picture.Of([.. _kept.Lines, .. _kept.Rows], Columns, title);
        }
    }

    private void Keep(IEnumerable<Row> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                _lines.Enqueue(row.Cut(Columns - 1));
            }

            while (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }
}
