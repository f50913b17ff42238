using Spectre.Console;

namespace Sluice.Local.Commands.Screens;

/// <summary>Colours, and a status that is rewritten in place below the lines.</summary>
internal sealed class TerminalScreen(IAnsiConsole console, TextWriter output, TimeProvider time) : IScreen
{
    private const string ClearLine = "\r\u001b[2K";
    private const int LongestLine = 2000;
    private readonly Lock _gate = new();
    private string _status = "";

    public void Line(string label, string text, Tone tone = Tone.Plain)
    {
        lock (_gate)
        {
            output.Write(ClearLine);
            foreach (var line in HarmlessText.Of(text, console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors, LongestLine).Split('\n'))
            {
                console.Markup($"[grey]{time.GetLocalNow():HH:mm:ss}[/]  [bold]{Markup.Escape(HarmlessText.Of(label)),-10}[/]  ");
                Write(line, tone);
            }

            output.Write(_status);
            output.Flush();
        }
    }

    public void Status(string label, string text)
    {
        lock (_gate)
        {
            var room = Math.Max(20, console.Profile.Width - 1);
            var whole = HarmlessText.Of($"{time.GetLocalNow():HH:mm:ss}  {label,-10}  {text.ReplaceLineEndings(" ")}");
            _status = whole.Length > room ? whole[..room] : whole;
            output.Write(ClearLine + _status);
            output.Flush();
        }
    }

    public void ClearStatus()
    {
        lock (_gate)
        {
            _status = "";
            output.Write(ClearLine);
            output.Flush();
        }
    }

    // A line that brings colours of its own is not given to the library, which would count them as letters and break the line within them.
    private void Write(string line, Tone tone)
    {
        if (line.Contains('\u001b'))
        {
            output.WriteLine(line);
        }
        else
        {
            console.MarkupLine($"[{Style(tone)}]{Markup.Escape(line)}[/]");
        }
    }

    private static string Style(Tone tone) => tone switch
    {
        Tone.Quiet => "grey",
        Tone.Good => "green",
        Tone.Warning => "yellow",
        Tone.Bad => "red",
        _ => "default",
    };
}
