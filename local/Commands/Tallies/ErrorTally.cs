namespace Sluice.Local.Commands.Tallies;

/// <summary>A kind of failure and how often it came.</summary>
/// <param name="Error">The first of its kind.</param>
/// <param name="Count">How many.</param>
internal sealed record ErrorTally(string Error, long Count);
