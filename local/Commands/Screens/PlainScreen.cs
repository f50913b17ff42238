using Sluice.Local.Commands.Live;
using Sluice.Platform.Storage;

namespace Sluice.Local.Commands.Screens;

/// <summary>One line after the other, for pipes, files and logs. What goes on is told at times: a silence of ten seconds is too long, and a watch of an hour is no reason for thousands of lines.</summary>
internal sealed class PlainScreen(TextWriter output, TimeProvider time) : IScreen
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long At, string Text)> _told = [];
    private long _lastLine = time.GetTimestamp();

    public void Line(string label, string text, Tone tone = Tone.Plain) => Write(label, HarmlessText.Of(text));

    public void Output(string? name, string text) => Write("", $"  {(name is null ? "" : $"{HarmlessText.Of(name)} | ")}{HarmlessText.Of(text)}");

    public void Show(LiveState state, TimeSpan now)
    {
        lock (_gate)
        {
            foreach (var ended in _told.Keys.Where(id => !state.Runs.Exists(run => run.Id == id)).ToList())
            {
                _told.Remove(ended);
            }

            foreach (var status in state.Runs.Select(run => PlainStatus.Of(run, now, state.IsOneOfMany)).OfType<PlainStatus>().Where(IsDue))
            {
                _told[status.Run] = (time.GetTimestamp(), status.Text);
                Write(status.Label, HarmlessText.Of(status.Text));
            }
        }
    }

    public void Hide()
    {
        // It is a line like any other, and stays.
    }

    private bool IsDue(PlainStatus status)
    {
        var last = _told.GetValueOrDefault(status.Run, (At: long.MinValue, Text: ""));
        var pause = TimeSpan.FromTicks(Math.Max(ShortestPause.Ticks, status.Age.Ticks / 10));
        return status.Text != last.Text
            && (last.At == long.MinValue || time.GetElapsedTime(last.At) >= pause)
            && (status.IsNews || time.GetElapsedTime(_lastLine) >= Silence);
    }

    /// <summary>A line that the disk does not take is lost: what it tells of must go on.</summary>
    private void Write(string label, string text)
    {
        lock (_gate)
        {
            try
            {
                _lastLine = time.GetTimestamp();
                var lines = text.Split('\n');
                output.WriteLine($"{time.GetLocalNow():HH:mm:ss}  {HarmlessText.Of(label),-10}  {lines[0]}");
                Array.ForEach(lines[1..], line => output.WriteLine(LineLayout.Below(line)));
                output.Flush();
            }
            catch (IOException e) when (StorageFault.In(e))
            {
                return;
            }
        }
    }
}
