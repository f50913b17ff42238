using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What samples lack of what a metric needs.</summary>
internal static class SampleRules
{
    /// <summary>What is told first of what either version lacks; null if nothing.</summary>
    public static string? Lack(AnalysisMetric metric, SampleSet now, SampleSet? before) =>
        Lack(metric, now, "new") ?? (before is null ? null : Lack(metric, before, "old"));

    public static string? Lack(AnalysisMetric metric, SampleSet samples, string version)
    {
        var count = samples.Values.Count;
        return samples.Problem
            ?? (count == 0 && samples.Removed == 0 ? $"there is no data of the {version} version"
            : count < metric.MinimumSamples ? $"{count} of the {metric.MinimumSamples} samples that are needed of the {version} version{Lost(samples)}"
            : samples.Requests is { } requests && !Bound.AtLeast(requests, metric.MinimumRequests)
                ? $"{Figure.Of(requests)} of the {metric.MinimumRequests} requests that are needed of the {version} version"
            : samples.Level is null ? $"there is no level of the {version} version: its values are too great to add up"
            : null);
    }

    private static string Lost(SampleSet samples) => (samples.Removed, samples.Missing) switch
    {
        (0, 0) => "",
        (0, var missing) => $" ({missing} without data)",
        var (removed, missing) => $" ({missing} without data, {removed} that are no numbers)",
    };
}
