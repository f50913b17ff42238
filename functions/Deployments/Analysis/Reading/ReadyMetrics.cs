using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>How metrics are judged that need no query but their name.</summary>
internal static class ReadyMetrics
{
    private static readonly MetricComparison _rate = new(ChangeDirection.Increase, ComparisonReader.Confidence, ComparisonReader.EffectSize, ComparisonReader.ChangeOfRate) { MaximumRate = ComparisonReader.MaximumRate };
    private static readonly MetricComparison _level = _rate with { MinimumChange = ComparisonReader.ChangeOfLevel, MaximumRate = null };

    public static AnalysisMetric Level(string name, MetricQuery query) =>
        new(name, [query with { Id = MetricReader.Value }], MetricReader.Value) { Compare = _level };

    public static AnalysisMetric Rate(string name, MetricQuery part, params MetricQuery[] whole)
    {
        var per = whole.Select((query, index) => query with { Id = $"{MetricReader.Per}{index}" }).ToList();
        return new AnalysisMetric(name, [part with { Id = MetricReader.Value }, .. per], MetricReader.Value)
        {
            Per = [.. per.Select(query => query.Id)],
            Compare = _rate,
        };
    }
}
