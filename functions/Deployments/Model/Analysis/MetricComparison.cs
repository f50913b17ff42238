using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>When the new version counts as worse than the old one.</summary>
/// <param name="Direction">Which change is bad.</param>
/// <param name="Confidence">1 less the probability of so clear a difference by chance alone, e.g. 0.98.</param>
/// <param name="EffectSize">The least Cliff's delta, 0 to 1: how consistently samples of one version are above those of the other.
/// Asked of a comparison sample by sample only: what counts show needs to be no more consistent than it is.</param>
/// <param name="MinimumChange">The least change of the level.</param>
public sealed record MetricComparison(ChangeDirection Direction, double Confidence, double EffectSize, MinimumChange MinimumChange)
{
    /// <summary>
    /// With Per: a rate over this, in percent, that is at least twice the old version's, and more than it beyond chance, fails even if it came in a single burst. Null for no such rate.
    /// </summary>
    public double? MaximumRate { get; init; }
}
