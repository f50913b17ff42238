using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What an analysis can name of an alias of a function.</summary>
internal static class LambdaMetrics
{
    public static AnalysisPlatform Platform { get; } = new(
        ["FunctionName", "Alias"],
        ["Version"],
        [
            ReadyMetrics.Rate("ErrorRate", Function("Errors", "Sum"), Function("Invocations", "Sum")),
            ReadyMetrics.Level("Duration", Function("Duration", "p90")),
            // A throttled request is no invocation.
            ReadyMetrics.Rate("Throttles", Function("Throttles", "Sum"), Function("Invocations", "Sum"), Function("Throttles", "Sum")),
        ]);

    private static MetricQuery Function(string name, string stat) => new("")
    {
        Namespace = "AWS/Lambda",
        MetricName = name,
        Stat = stat,
        Dimensions = [new("FunctionName", "${FunctionName}"), new("Resource", "${FunctionName}:${Alias}"), new("ExecutedVersion", "${Version}")],
    };
}
