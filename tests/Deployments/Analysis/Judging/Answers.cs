using System.Globalization;
using System.Text.Json;
using Sluice.Deployments.Analysis.Judging;
using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis.Judging;

/// <summary>What CloudWatch answers of one metric, and what is judged of it.</summary>
internal sealed class Answers
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly List<MetricDataResult> _results = [];

    public static DateTimeOffset Start => _start;

    public static AnalysisWindow Window(int samples) => new(_start, _start.AddMinutes(samples), 60);

    /// <summary>A value a minute; null where there is none. Texts are what is no number in JSON.</summary>
    public Answers With(string id, params object?[] values)
    {
        var points = values.Select((value, minute) => (Time: _start.AddMinutes(minute), Value: value)).Where(point => point.Value is not null).ToList();
        _results.Add(new MetricDataResult(id, "Complete", [.. points.Select(point => point.Time)], [.. points.Select(point => JsonSerializer.SerializeToElement(point.Value))]));
        return this;
    }

    public Answers With(MetricDataResult result)
    {
        _results.Add(result);
        return this;
    }

    public MetricDataAnswer Answer() => new(_results);

    public StepVerdict Judge(string analysis, int samples = 5, bool hasOld = true, bool evenShares = true) =>
        StepJudge.Judge(Plan(analysis), new JudgedStep(3, "10 %", 1, hasOld) { HasEvenShares = evenShares }, Window(samples), Answer(), _start.AddMinutes(samples + 2));

    public MetricVerdict Metric(string metric, int samples = 5, bool hasOld = true, bool evenShares = true) =>
        Judge($$"""{"Metrics": [{{metric}}]}""", samples, hasOld, evenShares).Metrics.ShouldHaveSingleItem();

    public static AnalysisPlan Plan(string analysis) => AnalysisBlock.Read("analysis", analysis, LambdaMetrics.Platform);

    public static object?[] Same(object value, int count) => [.. Enumerable.Repeat(value, count)];

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
