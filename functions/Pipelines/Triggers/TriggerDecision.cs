namespace Sluice.Pipelines.Triggers;

/// <summary>Whether something that happened starts a run.</summary>
/// <param name="ActionName">The source action.</param>
/// <param name="Release">What is released; null if nothing is.</param>
/// <param name="Detail">Why, in a sentence that a run's trigger keeps.</param>
internal sealed record TriggerDecision(string ActionName, TriggeredRevision? Release, string Detail)
{
    public bool Starts => Release is not null;
}
