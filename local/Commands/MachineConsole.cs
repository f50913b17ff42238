namespace Sluice.Local.Commands;

/// <summary>The three streams of the command. Input is bytes, so that what is not UTF-8 can be told from what is.</summary>
public sealed record MachineConsole(Stream In, TextWriter Out, TextWriter Error)
{
    /// <summary>Where it is shown which state the machine is in; null shows it nowhere.</summary>
    internal Screens.IScreen? View { get; init; }
}
