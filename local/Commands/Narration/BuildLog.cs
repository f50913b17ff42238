using System.Text.RegularExpressions;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Narration;

/// <summary>A build's log on the screen: commands, what they print and what fails. That a phase begins and goes well is no news.</summary>
internal sealed partial class BuildLog(IScreen screen)
{
    public void Show(string line)
    {
        if (!Routine().IsMatch(line))
        {
            screen.Line("", "  " + HarmlessText.Overwritten(line), Tone.Quiet);
        }
    }

    [GeneratedRegex(@"^\[[A-Z_]+\] (Entering phase|Phase complete: SUCCEEDED)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Routine();
}
