namespace Sluice.Builds.Queueing;

/// <summary>A project of which builds wait.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Limit">How many of it may run at once; null for as many as may of all.</param>
/// <param name="LastTurn">The number of the turn that it had last, or of the last one when it came.</param>
internal sealed record WaitingProject(int Count, int? Limit, long LastTurn);
