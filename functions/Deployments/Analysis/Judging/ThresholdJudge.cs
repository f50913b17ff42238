using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Whether a level is within its bounds.</summary>
internal static class ThresholdJudge
{
    public static (AnalysisOutcome Outcome, string Why) Judge(MetricThreshold threshold, double level) =>
        threshold.Max is { } max && !Bound.AtMost(level, max) ? (AnalysisOutcome.Fail, $"{Figure.Of(level)} is over the Max of {Figure.Of(max)}")
        : threshold.Min is { } min && !Bound.AtLeast(level, min) ? (AnalysisOutcome.Fail, $"{Figure.Of(level)} is under the Min of {Figure.Of(min)}")
        : (AnalysisOutcome.Pass, $"{Figure.Of(level)} is {Within(threshold)}");

    private static string Within(MetricThreshold threshold) => threshold switch
    {
        { Min: { } min, Max: { } max } => $"between {Figure.Of(min)} and {Figure.Of(max)}",
        { Max: { } max } => $"not over the Max of {Figure.Of(max)}",
        _ => $"not under the Min of {Figure.Of(threshold.Min!.Value)}",
    };
}
