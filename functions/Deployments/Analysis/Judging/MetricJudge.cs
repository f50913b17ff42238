using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Judges one metric.</summary>
internal static class MetricJudge
{
    /// <param name="metric">What to judge.</param>
    /// <param name="now">The new version's samples.</param>
    /// <param name="before">The old version's; null where it gets no traffic, so that only the threshold is judged.</param>
    /// <param name="hasEvenShares">Whether both versions are meant to have like shares of the traffic.</param>
    public static MetricVerdict Judge(AnalysisMetric metric, SampleSet now, SampleSet? before, bool hasEvenShares)
    {
        var comparable = metric.Compare is null ? null : before;
        var verdict = new MetricVerdict(metric.Name, AnalysisOutcome.Inconclusive, "", metric.Weight, metric.Critical, now.Summary())
        {
            Old = comparable is null ? null : comparable.Summary(),
            Threshold = metric.Threshold,
        };
        var lacksNew = SampleRules.Lack(metric, now, "new") is not null;
        var threshold = metric.Threshold is { } bounds && !lacksNew ? ThresholdJudge.Judge(bounds, now.Level!.Value) : ((AnalysisOutcome Outcome, string Why)?)null;
        var lack = SampleRules.Lack(metric, now, comparable);
        var comparison = lack is null && comparable is not null ? ComparisonJudge.Judge(metric, now, comparable, hasEvenShares) : null;
        if ((lack ?? (comparable is not null && comparison is null ? ComparisonJudge.Obstacle(metric, now, comparable) : null)) is { } why)
        {
            // The old version's lack of data does not excuse the new one.
            return threshold is { Outcome: AnalysisOutcome.Fail } failed ? verdict with { Outcome = AnalysisOutcome.Fail, Why = failed.Why } : verdict with { Why = why };
        }

        return verdict with
        {
            Outcome = comparison is { IsWorse: true } || threshold is { Outcome: AnalysisOutcome.Fail } ? AnalysisOutcome.Fail
                : comparison is { IsDoubtful: true } ? AnalysisOutcome.Inconclusive
                : AnalysisOutcome.Pass,
            Why = string.Join("; ", new[] { threshold?.Why, comparison is null ? null : ComparisonText.Of(comparison, now, comparable!) }.OfType<string>()),
            Comparison = comparison,
        };
    }
}
