using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>Whether steps are long enough for what is to be judged of them.</summary>
internal static class AnalysisRules
{
    /// <summary>Of what neither counts nor like shares of the traffic are known.</summary>
    internal const string NotComparable = "how many values are behind its samples cannot be known (it is an Expression, a Sum or a SampleCount), so versions with unlike shares of the traffic cannot be compared by it; "
        + "expected a Per, a Query with another Stat, a step of 50 %, or a Threshold alone";

    /// <summary>What is wrong with these steps, each with what was expected; nothing if all of them can be judged.</summary>
    /// <param name="plan">How they are judged.</param>
    /// <param name="steps">The steps before all traffic is moved. A pause is not judged: a person does it.</param>
    /// <param name="finalBakeSeconds">How long alarms are watched on after all traffic was moved; only thresholds are judged then.</param>
    public static IEnumerable<string> Faults(AnalysisPlan plan, IReadOnlyList<TrafficStep> steps, int finalBakeSeconds)
    {
        var baked = steps.Where(step => !step.Pause).ToList();
        var isJudgedAtLast = finalBakeSeconds > 0 && plan.Metrics.Any(metric => metric.Threshold is not null);
        if (baked.Count == 0 && !isJudgedAtLast)
        {
            yield return "there is no step that bakes, so there is nothing to judge; expected a strategy such as Steps.10@10m";
        }

        foreach (var step in baked)
        {
            if (Fault(plan, plan.Metrics, step.BakeSeconds, FormattableString.Invariant($"at {step.Percent:0.#} %")) is { } fault)
            {
                yield return fault;
            }

            foreach (var incomparable in Incomparable(plan, step))
            {
                yield return incomparable;
            }
        }

        if (isJudgedAtLast && Fault(plan, plan.Metrics.Where(metric => metric.Threshold is not null), finalBakeSeconds, "after all traffic") is { } last)
        {
            yield return last;
        }
    }

    // Of each look: a step that was extended has more samples, or longer ones.
    private static string? Fault(AnalysisPlan plan, IEnumerable<AnalysisMetric> metrics, int seconds, string where)
    {
        var needs = metrics.MaxBy(metric => metric.MinimumSamples);
        return needs is null ? null
            : seconds / plan.PeriodSeconds < needs.MinimumSamples
                ? $"the bake of {seconds} s {where} has {seconds / plan.PeriodSeconds} samples of {plan.PeriodSeconds} s, and '{needs.Name}' needs {needs.MinimumSamples}; "
                    + $"expected at least {needs.MinimumSamples * plan.PeriodSeconds} s"
            : Looks(plan, seconds).Select(all => AnalysisWindow.FewestSamples(plan, all)).Min() is var fewest && fewest < needs.MinimumSamples
                ? $"the bake of {seconds} s {where} is judged on as few as {fewest} longer samples, since so many metrics over so long are too much to read, and '{needs.Name}' needs {needs.MinimumSamples}; "
                    + "expected fewer metrics or a longer Period"
            : null;
    }

    private static IEnumerable<int> Looks(AnalysisPlan plan, int seconds) =>
        Enumerable.Range(0, plan.Inconclusive.Extend + 1).Select(look => seconds + (look * (plan.Inconclusive.ExtendSeconds ?? seconds)));

    // An even share is all that makes the samples of such a metric alike, and a step without it could only be inconclusive.
    private static IEnumerable<string> Incomparable(AnalysisPlan plan, TrafficStep step) =>
        Evenness.IsEven((double)step.Percent, (double)(100 - step.Percent)) == true ? []
        : plan.Metrics.Where(metric => metric is { Compare: not null, Per.Count: 0, IsCounted: false })
            .Select(metric => FormattableString.Invariant($"at {step.Percent:0.#} % '{metric.Name}' could only be inconclusive: ") + NotComparable);
}
