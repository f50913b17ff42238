namespace Sluice.Local.Commands.Screens;

/// <summary>How a line is meant.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Warning,
    Bad,
}
