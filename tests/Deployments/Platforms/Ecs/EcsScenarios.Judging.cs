using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private static AnalysisPlan Analysis => new(
        [
            new AnalysisMetric(
                "slow answers",
                [
                    new MetricQuery("time")
                    {
                        Namespace = "AWS/ApplicationELB",
                        MetricName = "TargetResponseTime",
                        Stat = "p90",
                        Dimensions = [new MetricDimension("LoadBalancer", "${LoadBalancer}"), new MetricDimension("TargetGroup", "${TargetGroup}")],
                    },
                ],
                "time")
            {
                Threshold = new MetricThreshold(null, 5),
            },
        ],
        95, 1, 0, 0, new InconclusivePolicy(1, 5, InconclusiveThen.Rollback));

    private static IEnumerable<EcsScenario> Judging() =>
    [
        new EcsScenario("a judged canary goes on")
        {
            Release = new EcsRelease { Analysis = Analysis },
            Arrange = (world, _) => world.CloudWatch.Series = (_, group, _) => group == "targetgroup/green/0" ? 1 : null,
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Canary} {Decided} ReadMetrics {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a judged canary that is too slow is given back")
        {
            Release = new EcsRelease { Analysis = Analysis },
            Arrange = (world, _) => world.CloudWatch.Series = (_, group, _) => group == "targetgroup/green/0" ? 9 : 1,
            Outcome = DeploymentOutcome.RolledBack,
            Says = "the new version failed its analysis at 10 %",
            Path = $"{Canary} {Decided} ReadMetrics ReadAlarms CheckTraffic NextStep {GivenBack} {Removed}",
        },
        Compared("a canary that is as slow as the original goes on", green: 1) with
        {
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Canary} {Decided} ReadMetrics {Decided} {Set} {Succeeded}",
        },
        Compared("a canary that is slower than the original is given back", green: 4),
        new EcsScenario("a replacement that is too slow with all traffic is given back while the original is there")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", FinalBakeSeconds = 5, Analysis = Analysis },
            Arrange = (world, _) => world.CloudWatch.Series = (_, group, _) => group == "targetgroup/green/0" ? 9 : null,
            Outcome = DeploymentOutcome.RolledBack,
            Says = "the new version failed its analysis at 100 %",
            Path = $"{Canary} {Decided} ReadMetrics ReadAlarms CheckTraffic NextStep {GivenBack} {Removed}",
        },
        new EcsScenario("a canary that cannot be judged is baked on, and then given back")
        {
            Release = new EcsRelease { Analysis = Analysis },
            Arrange = (_, moments) => moments.Fail("ReadMetrics", "CloudWatch.SdkClientException"),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "the analysis at 10 % is inconclusive",
            Path = $"{Canary} {Decided} ReadMetrics {Decided} ReadBack Bake {Decided} ReadMetrics ReadAlarms CheckTraffic NextStep {GivenBack} {Removed}",
        },
    ];

    private static EcsScenario Compared(string name, double green)
    {
        var metric = Analysis.Metrics[0] with { Threshold = null, Compare = new MetricComparison(ChangeDirection.Increase, 0.95, 0.5, new MinimumChange(1, false)) };
        return new EcsScenario(name)
        {
            Release = new EcsRelease { Strategy = "Steps.10@10s", Analysis = Analysis with { Metrics = [metric] } },
            Arrange = (world, _) => world.CloudWatch.Series = (_, group, index) => (group == "targetgroup/green/0" ? green : 1) + (index % 2 * 0.1),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "of the old version",
            Path = $"{Canary} {Decided} ReadMetrics ReadAlarms CheckTraffic NextStep {GivenBack} {Removed}",
        };
    }
}
