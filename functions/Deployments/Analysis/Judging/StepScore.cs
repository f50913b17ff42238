using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>What the verdicts of the metrics come to together.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Score">The percentage of the weights that passed.</param>
/// <param name="Why">In words.</param>
internal sealed record StepScore(AnalysisOutcome Outcome, double Score, string Why)
{
    /// <summary>
    /// A critical metric that fails decides. What is inconclusive counts neither way: enough must have passed without it, and so much must have failed that it could
    /// not help, else the step is inconclusive too.
    /// </summary>
    public static StepScore Of(IReadOnlyList<MetricVerdict> metrics, double passScore)
    {
        var score = Share(metrics, AnalysisOutcome.Pass);
        var best = Share(metrics, AnalysisOutcome.Pass, AnalysisOutcome.Inconclusive);
        var (outcome, because) = Judge(metrics, score, best, passScore);
        var telling = metrics.Where(metric => metric.Outcome != AnalysisOutcome.Pass).OrderBy(metric => metric.Outcome).ToList();
        var told = telling.Count == 0 ? "" : ". " + string.Join(". ", telling.Select(metric => $"{metric.Name}: {metric.Outcome}, {metric.Why}"));
        return new StepScore(outcome, score, because + told);
    }

    private static (AnalysisOutcome Outcome, string Why) Judge(IReadOnlyList<MetricVerdict> metrics, double score, double best, double passScore)
    {
        var needed = $"score {Figure.Of(score)}, {Figure.Of(passScore)} needed";
        return metrics.FirstOrDefault(metric => metric is { Critical: true, Outcome: AnalysisOutcome.Fail }) is { } failed
                ? (AnalysisOutcome.Fail, $"{failed.Name} failed, which is critical")
            : !Bound.AtLeast(best, passScore) ? (AnalysisOutcome.Fail, needed)
            : metrics.FirstOrDefault(metric => metric is { Critical: true, Outcome: AnalysisOutcome.Inconclusive }) is { } unknown
                ? (AnalysisOutcome.Inconclusive, $"{unknown.Name} is inconclusive, which is critical")
            : !Bound.AtLeast(score, passScore) ? (AnalysisOutcome.Inconclusive, $"{needed}, {Figure.Of(best)} possible")
            : (AnalysisOutcome.Pass, needed);
    }

    private static double Share(IReadOnlyList<MetricVerdict> metrics, params AnalysisOutcome[] outcomes) =>
        Math.Round(100 * metrics.Where(metric => outcomes.Contains(metric.Outcome)).Sum(metric => metric.Weight) / metrics.Sum(metric => metric.Weight), 9);
}
