namespace Sluice.Local.Commands.Planning;

/// <summary>A variable of the pipeline as it would be in the run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsGiven">Whether it was given; else it is the default.</param>
internal sealed record PlannedVariable(string Name, string Value, bool IsGiven);
