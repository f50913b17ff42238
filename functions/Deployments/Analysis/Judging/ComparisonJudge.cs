using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Whether the new version is worse than the old one was in the same minutes.</summary>
internal static class ComparisonJudge
{
    /// <summary>The comparison; null if nothing holds of such samples, of which <see cref="Obstacle"/> tells.</summary>
    /// <param name="metric">A metric that is compared.</param>
    /// <param name="now">The new version's samples, of which nothing lacks.</param>
    /// <param name="before">The old version's.</param>
    /// <param name="hasEvenShares">Whether both versions are meant to have like shares of the traffic, which tells where counts do not.</param>
    public static ComparisonVerdict? Judge(AnalysisMetric metric, SampleSet now, SampleSet before, bool hasEvenShares)
    {
        var compare = metric.Compare!;
        var counts = CountsJudge.Judge(compare, now, before);
        var isEven = Evenness.IsEven(now.Count, before.Count) ?? hasEvenShares;
        var verdict = Levels(metric, now, before) with { Counts = counts };
        return isEven ? WithSamples(verdict, now, before).Decided()
            : counts is null ? null
            : verdict.Decided();
    }

    /// <summary>Why there is no comparison, and what to do.</summary>
    public static string Obstacle(AnalysisMetric metric, SampleSet now, SampleSet before) =>
        (metric.Per.Count, now.Count, before.Count) switch
        {
            ( > 0, _, _) => $"{Values(now, before)} requests are too unlike to compare rates that are no parts of whole numbers; expected counts in Query and Per, a step of 50 %, or a Threshold alone",
            (_, { }, { }) => $"{Values(now, before)} values are too unlike to compare samples, and CloudWatch did not count the values at the old version's level; "
                + "expected a metric with single values that are not negative, a step of 50 %, or a Threshold alone",
            _ => AnalysisRules.NotComparable,
        };

    private static ComparisonVerdict Levels(AnalysisMetric metric, SampleSet now, SampleSet before)
    {
        var compare = metric.Compare!;
        var (level, old) = (now.Level!.Value, before.Level!.Value);
        var (mean, oldMean) = (now.Mean!.Value, before.Mean!.Value);
        var isRate = metric.Per.Count > 0;
        var change = Bounded(level - old);
        return new ComparisonVerdict(
            MannWhitney.Alpha(compare.Confidence), compare.EffectSize, change, old == 0 ? null : Bounded(change / Math.Abs(old) * 100), compare.MinimumChange, compare.Direction)
        {
            MeanChange = isRate ? null : Bounded(mean - oldMean),
            // Half of the minutes and no more can be a hundred times slower, and leave the median where it was.
            Matters = compare.MinimumChange.IsReached(level, old, compare.Direction) || (!isRate && compare.MinimumChange.IsReached(mean, oldMean, compare.Direction)),
        };
    }

    private static ComparisonVerdict WithSamples(ComparisonVerdict verdict, SampleSet now, SampleSet before)
    {
        var test = SampleTest.Test(now.Periods, before.Periods, verdict.Direction);
        return verdict with
        {
            U = test.Ranks.U,
            PValue = test.PValue,
            ExactPValue = test.Ranks.PValue,
            Method = test.Ranks.Method,
            CliffsDelta = test.Ranks.CliffsDelta,
            Autocorrelation = test.Autocorrelation,
        };
    }

    private static string Values(SampleSet now, SampleSet before) => $"{Figure.Of(now.Count!.Value)} and {Figure.Of(before.Count!.Value)}";

    // Numbers near the end of what a double can hold differ by more than it can.
    private static double Bounded(double value) => Math.Clamp(value, double.MinValue, double.MaxValue);
}
