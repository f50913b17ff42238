namespace Sluice.Local.Commands;

/// <summary>The three streams of the command.</summary>
public sealed record MachineConsole(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>Where it is shown which state the machine is in; null shows it nowhere.</summary>
    internal Screens.IScreen? View { get; init; }
}
