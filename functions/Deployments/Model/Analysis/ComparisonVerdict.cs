using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>How the new version compares with the old one, by its samples, by the counts behind them, or by both.</summary>
/// <param name="Alpha">A probability by chance of at most this is significant.</param>
/// <param name="EffectSize">The least Cliff's delta that counts.</param>
/// <param name="Change">The new level less the old one.</param>
/// <param name="ChangePercent">That in percent of the old level; null if that is 0.</param>
/// <param name="MinimumChange">The least that counts.</param>
/// <param name="Direction">Which change is bad.</param>
public sealed record ComparisonVerdict(
    double Alpha, double EffectSize, double Change, double? ChangePercent, MinimumChange MinimumChange, ChangeDirection Direction)
{
    /// <summary>Which test found the new version worse; null if none did.</summary>
    public DecidingTest? DecidedBy { get; init; }

    /// <summary>Mann and Whitney's statistic: in how many pairs of samples the new version's is the greater one. It and the next five are null if the samples are not alike.</summary>
    public double? U { get; init; }

    /// <summary>The probability of that by chance, corrected for autocorrelation.</summary>
    public double? PValue { get; init; }

    /// <summary>The same as if all periods were independent of each other.</summary>
    public double? ExactPValue { get; init; }

    /// <summary>How the p-value was computed.</summary>
    public TestMethod? Method { get; init; }

    /// <summary>From -1 (all of the new version's samples are below the old version's) to 1 (all above).</summary>
    public double? CliffsDelta { get; init; }

    /// <summary>How alike a period's sample is to the next one's, 0 to 0.6.</summary>
    public double? Autocorrelation { get; init; }

    /// <summary>The new version's mean of the samples less the old one's; null for rates, whose level is the mean of all requests.</summary>
    public double? MeanChange { get; init; }

    /// <summary>The counts; null where they are not compared.</summary>
    public CountsVerdict? Counts { get; init; }

    internal bool IsWorse => DecidedBy is not null;

    /// <summary>
    /// Whether the samples alone say that it is worse, and would suffice if their neighbours were not so alike: neither a pass, since it was seen, nor a failure, since it may be one wave. More periods tell.
    /// Where counts are compared, those tell it.
    /// </summary>
    internal bool IsDoubtful => !IsWorse && Counts is null && ExactPValue is { } p && Bound.AtMost(p, Alpha) && Matters && IsLarge;

    /// <summary>Whether the level, or the mean of the samples, has changed for the worse by the least change.</summary>
    internal bool Matters { get; init; }

    internal bool IsSignificantByCounts => Counts?.IsSignificant(Alpha) == true;

    internal bool IsLarge => CliffsDelta is { } delta && Bound.AtLeast(Bad(delta), EffectSize);

    /// <summary>The same verdict, decided.</summary>
    internal ComparisonVerdict Decided() => this with
    {
        DecidedBy = (IsWorseBySamples, IsWorseByCounts) switch
        {
            (true, true) => DecidingTest.Both,
            (true, false) => DecidingTest.Samples,
            (false, true) => DecidingTest.Counts,
            _ => null,
        },
    };

    private bool IsWorseBySamples => PValue is { } p && Bound.AtMost(p, Alpha) && Matters && IsLarge;

    private bool IsWorseByCounts => IsSignificantByCounts && (Counts!.IsFar ?? Matters);

    private double Bad(double delta) => Direction switch
    {
        ChangeDirection.Increase => delta,
        ChangeDirection.Decrease => -delta,
        _ => Math.Abs(delta),
    };
}
