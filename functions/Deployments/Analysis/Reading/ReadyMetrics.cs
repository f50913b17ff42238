namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Metrics that are judged by naming them.</summary>
internal static class ReadyMetrics
{
    private static readonly MetricComparison _rate = new(ChangeDirection.Increase, ComparisonReader.Confidence, ComparisonReader.EffectSize, ComparisonReader.ChangeOfRate) { MaximumRate = ComparisonReader.MaximumRate };
    private static readonly MetricComparison _level = _rate with { MinimumChange = ComparisonReader.ChangeOfLevel, MaximumRate = null };

    /// <summary>For an alias of a function.</summary>
    public static IReadOnlyList<AnalysisMetric> Lambda { get; } =
    [
        Rate("ErrorRate", Function("Errors", "Sum"), Function("Invocations", "Sum")),
        Level("Duration", Function("Duration", "p90")),
        // A throttled request is no invocation.
        Rate("Throttles", Function("Throttles", "Sum"), Function("Invocations", "Sum"), Function("Throttles", "Sum")),
    ];

    /// <summary>For a service behind target groups.</summary>
    public static IReadOnlyList<AnalysisMetric> Ecs { get; } =
    [
        Rate("5xxRate", TargetGroup("HTTPCode_Target_5XX_Count", "Sum"), TargetGroup("RequestCount", "Sum")),
        Level("TargetResponseTime", TargetGroup("TargetResponseTime", "p90")),
    ];

    private static AnalysisMetric Level(string name, MetricQuery query) =>
        new(name, [query with { Id = MetricReader.Value }], MetricReader.Value) { Compare = _level };

    private static AnalysisMetric Rate(string name, MetricQuery part, params MetricQuery[] whole)
    {
        var per = whole.Select((query, index) => query with { Id = $"{MetricReader.Per}{index}" }).ToList();
        return new AnalysisMetric(name, [part with { Id = MetricReader.Value }, .. per], MetricReader.Value)
        {
            Per = [.. per.Select(query => query.Id)],
            Compare = _rate,
        };
    }

    private static MetricQuery Function(string name, string stat) => new("")
    {
        Namespace = "AWS/Lambda",
        MetricName = name,
        Stat = stat,
        Dimensions = [new("FunctionName", "${FunctionName}"), new("Resource", "${FunctionName}:${Alias}"), new("ExecutedVersion", "${Version}")],
    };

    private static MetricQuery TargetGroup(string name, string stat) => new("")
    {
        Namespace = "AWS/ApplicationELB",
        MetricName = name,
        Stat = stat,
        Dimensions = [new("LoadBalancer", "${LoadBalancer}"), new("TargetGroup", "${TargetGroup}")],
    };
}
