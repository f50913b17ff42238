using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>How the counts behind the samples compare, added up over the window: requests that failed, or values beyond the old version's level.</summary>
/// <param name="New">The new version's.</param>
/// <param name="Old">The old version's.</param>
/// <param name="PValue">The probability of so great a difference by chance, corrected for bursts.</param>
/// <param name="ExactPValue">That of Fisher's exact test, which takes each request to fail for itself.</param>
/// <param name="Variance">How many times as much the counts vary from period to period as they would then; at least 1.</param>
public sealed record CountsVerdict(Proportion New, Proportion Old, double PValue, double ExactPValue, double Variance)
{
    /// <summary>With Per: over this rate, in percent, bursts are no excuse.</summary>
    public double? MaximumRate { get; init; }

    /// <summary>Without Per: the old version's level, beyond which values are counted.</summary>
    public double? Level { get; init; }

    /// <summary>Without Per: how many of the new version's values are beyond the level by at least the minimum change.</summary>
    public double? Far { get; init; }

    // Where the old version has the like of it, a burst more is none of the new version's making.
    private const double TimesOld = 2;

    internal bool IsOverMaximum => Bound.AtLeast(New.Percent, TimesOld * Old.Percent) && !Bound.AtMost(New.Percent, MaximumRate ?? 100);

    /// <summary>
    /// Whether the level has moved by the least change that matters: as many of the new version's values are beyond it by that as of the old one's are beyond it at all, and most of those beyond it
    /// are. Null for rates, whose change is known.
    /// </summary>
    internal bool? IsFar => Far is { } far ? far > 0 && Bound.AtLeast(far / New.Whole, Old.Part / Old.Whole) && far >= New.Part / 2 : null;

    internal bool IsSignificant(double alpha) => Bound.AtMost(PValue, alpha) || (IsOverMaximum && Bound.AtMost(ExactPValue, alpha));

    internal static CountsVerdict Of(ProportionResult result) => new(result.First, result.Second, result.PValue, result.ExactPValue, result.Variance);
}
