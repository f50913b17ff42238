namespace Sluice.Pipelines.Providers.Calls;

/// <summary>How long is paused before what another service is at is looked at again: what is short is seen soon, what is long is not asked often.</summary>
internal static class Polling
{
    private const int Longest = 30;

    /// <param name="looks">How often it was looked at.</param>
    public static int SecondsBefore(int looks) => looks >= 5 ? Longest : Math.Min(Longest, 1 << looks);
}
