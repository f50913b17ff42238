namespace Sluice.Local.Commands;

/// <summary>The three streams of the command. Input is bytes, so that what is not UTF-8 can be told from what is.</summary>
public sealed record MachineConsole(Stream In, TextWriter Out, TextWriter Error);
