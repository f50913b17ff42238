using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What an analysis can name of a service behind a load balancer; the values of the last two placeholders are the dimensions' (<c>app/…</c>, <c>targetgroup/…</c>).</summary>
internal static class EcsMetrics
{
    public static AnalysisPlatform Platform { get; } = new(
        ["ClusterName", "ServiceName", "LoadBalancer"],
        ["TargetGroup", "TaskSetId"],
        [
            ReadyMetrics.Rate("5xxRate", TargetGroup("HTTPCode_Target_5XX_Count", "Sum"), TargetGroup("RequestCount", "Sum")),
            ReadyMetrics.Level("TargetResponseTime", TargetGroup("TargetResponseTime", "p90")),
        ]);

    private static MetricQuery TargetGroup(string name, string stat) => new("")
    {
        Namespace = "AWS/ApplicationELB",
        MetricName = name,
        Stat = stat,
        Dimensions = [new("LoadBalancer", "${LoadBalancer}"), new("TargetGroup", "${TargetGroup}")],
    };
}
