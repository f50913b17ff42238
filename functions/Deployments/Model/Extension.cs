namespace Sluice.Deployments.Model;

/// <summary>That a step waits on, since its end could not be judged.</summary>
/// <param name="Step">The step.</param>
/// <param name="Attempt">Which wait of it.</param>
/// <param name="Count">How often it was extended.</param>
/// <param name="Seconds">For how long this time.</param>
public sealed record Extension(int Step, int Attempt, int Count, int Seconds);
