namespace Sluice.Deployments.Statistics;

/// <summary>
/// Whether the samples of two versions are alike if the versions are. A sample of many requests varies less than one of few, and a percentile of few has another value, so it takes like counts.
/// </summary>
internal static class Evenness
{
    /// <summary>One by the other, at most.</summary>
    public const double MostRatio = 1.25;

    /// <summary>Null if one of them is not known.</summary>
    public static bool? IsEven(double? one, double? other) =>
        one is { } a && other is { } b ? Bound.AtMost(Math.Max(a, b), MostRatio * Math.Min(a, b)) : null;
}
