using Sluice.Platform.Storage;

namespace Sluice.Local.Commands.Screens;

/// <summary>One line after the other, for pipes, files and logs. A status is a line every other second at most, and only when it changed.</summary>
internal sealed class PlainScreen(TextWriter output, TimeProvider time) : IScreen
{
    private static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private DateTimeOffset _nextStatus = DateTimeOffset.MinValue;
    private string _lastStatus = "";

    public void Line(string label, string text, Tone tone = Tone.Plain)
    {
        lock (_gate)
        {
            Write(label, text);
        }
    }

    public void Status(string label, string text)
    {
        lock (_gate)
        {
            if (time.GetUtcNow() < _nextStatus || text == _lastStatus)
            {
                return;
            }

            (_nextStatus, _lastStatus) = (time.GetUtcNow() + StatusPause, text);
            Write(label, text);
        }
    }

    public void ClearStatus()
    {
        // It is a line like any other, and stays.
    }

    /// <summary>A line that the disk does not take is lost: what it tells of must go on.</summary>
    private void Write(string label, string text)
    {
        try
        {
            foreach (var line in text.Split('\n'))
            {
                output.WriteLine($"{time.GetLocalNow():HH:mm:ss}  {label,-10}  {line}");
            }

            output.Flush();
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            return;
        }
    }
}
