using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Strategies;

/// <summary>A number of equal steps, the last of which is all traffic.</summary>
internal static class EqualSteps
{
    public const int Most = 1000;

    /// <summary>
    /// The steps before all traffic, in parts of a thousand. Neighbours are at least one such part apart as long as there are at most a thousand, so rounding
    /// never gives the same weight twice, nor nothing, nor all too early.
    /// </summary>
    public static IReadOnlyList<TrafficStep> Of(int count, int bakeSeconds, bool pause) =>
        [.. Enumerable.Range(1, count - 1).Select(n => new TrafficStep(((2000 * n) + count) / (2 * count) / 10m, bakeSeconds) { Pause = pause })];
}
