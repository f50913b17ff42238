using Spectre.Console;

namespace Sluice.Local.Commands.Screens;

/// <summary>The screen that fits where the output goes.</summary>
internal static class ScreenFactory
{
    /// <summary>A terminal to which standard error goes, for what is shown while standard output is kept for a result; null if it goes elsewhere.</summary>
    public static IScreen? OfErrors(TimeProvider time)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi ? null : new TerminalScreen(console, Console.Error, time);
    }

    /// <summary>With <paramref name="forScripts"/> standard output is kept for the summary, and the lines go to standard error.</summary>
    public static IScreen Create(bool forScripts, TimeProvider time)
    {
        if (forScripts)
        {
            return new PlainScreen(Console.Error, time);
        }

        return Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi
            ? new PlainScreen(Console.Out, time)
            : new TerminalScreen(AnsiConsole.Console, Console.Out, time);
    }
}
