namespace Sluice.Deployments.Model;

/// <summary>That someone ended a wait by hand, and which.</summary>
/// <param name="Step">The step that waited.</param>
/// <param name="Attempt">Which wait of it.</param>
/// <param name="Time">When it was said.</param>
public sealed record Continuation(int Step, int Attempt, DateTimeOffset Time)
{
    /// <summary>Whether it is of this wait.</summary>
    internal bool Ends(ParkedWait parked) => Step == parked.Step && Attempt == parked.Attempt;
}
