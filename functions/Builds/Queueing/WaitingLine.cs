namespace Sluice.Builds.Queueing;

/// <summary>A line in which builds wait.</summary>
/// <param name="Line">Which one, with the limits that the last one brought which came.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="LastTurn">The number of the turn that it had last, or of the last one when it came.</param>
internal sealed record WaitingLine(BuildLine Line, int Count, long LastTurn);
