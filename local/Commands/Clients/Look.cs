using Spectre.Console;

namespace Sluice.Local.Commands.Clients;

/// <summary>How what a command prints may look.</summary>
/// <param name="Width">The terminal's columns; no text is cut where there is none.</param>
/// <param name="Colours">Whether there may be colours.</param>
internal sealed record Look(int Width, bool Colours)
{
    /// <summary>For pipes and files.</summary>
    public static Look Plain { get; } = new(int.MaxValue, Colours: false);

    /// <summary>Of where standard output goes.</summary>
    public static Look OfOutput()
    {
        var profile = AnsiConsole.Profile;
        return Console.IsOutputRedirected ? Plain
            : new Look(profile.Width > 0 ? profile.Width : int.MaxValue, profile.Capabilities.Ansi && profile.Capabilities.ColorSystem != ColorSystem.NoColors);
    }
}
