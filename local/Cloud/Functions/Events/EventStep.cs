namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>What is done next with a request that was not answered.</summary>
/// <param name="Pause">How long it waits before the next try.</param>
/// <param name="Condition">Why there is none, as Lambda calls it; null if there is.</param>
internal sealed record EventStep(TimeSpan Pause, string? Condition)
{
    public static EventStep GiveUp(string condition) => new(TimeSpan.Zero, condition);
}
