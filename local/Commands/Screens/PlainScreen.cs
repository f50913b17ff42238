using Sluice.Platform.Storage;

namespace Sluice.Local.Commands.Screens;

/// <summary>One line after the other, for pipes, files and logs. A status is a line every other second at most, and only when it changed.</summary>
internal sealed class PlainScreen(TextWriter output, TimeProvider time) : IScreen
{
    private static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private long? _statusShown;
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
            if ((_statusShown is { } shown && time.GetElapsedTime(shown) < StatusPause) || text == _lastStatus)
            {
                return;
            }

            (_statusShown, _lastStatus) = (time.GetTimestamp(), text);
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
            foreach (var line in HarmlessText.Of(text).Split('\n'))
            {
                output.WriteLine($"{time.GetLocalNow():HH:mm:ss}  {HarmlessText.Of(label),-10}  {line}");
            }

            output.Flush();
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            return;
        }
    }
}
