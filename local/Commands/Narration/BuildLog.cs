using System.Text.RegularExpressions;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Narration;

/// <summary>A build's log on the screen: commands, what they print and what fails. That a phase begins and goes well is no news.</summary>
/// <param name="isOneOfMany">Whether several builds may run beside each other, so that each line must name its own.</param>
internal sealed partial class BuildLog(IScreen screen, bool isOneOfMany = false)
{
    public void Show(BuildOutput output)
    {
        var (name, line) = (isOneOfMany ? output.Name : null, output.Text);
        if (!Own().IsMatch(line))
        {
            screen.Output(name, line);
        }
        else if (!Routine().IsMatch(line))
        {
            // Words of Sluice, not of the user's commands, so that a screen may shorten what is in them.
            screen.Line("", $"  {(name is null ? "" : $"{name} | ")}{HarmlessText.Overwritten(line)}", Tone.Quiet);
        }
    }

    [GeneratedRegex(@"^\[[A-Z_]+\] ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"^\[[A-Z_]+\] (Entering phase|Phase complete: SUCCEEDED)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Routine();
}
