using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>
/// The alarm that a deployment makes for itself: failed requests by requests of the new version. Each deployment has its own, so an old one never blocks a fix. What it cannot see, since
/// too few requests came in a period of it, is counted at the end of the step.
/// </summary>
internal static class OwnAlarm
{
    /// <summary>One machine's own metrics. CloudWatch has none that begin to count anew when an alias's traffic is divided anew.</summary>
    public const string MachineNamespace = "Sluice/Lambda";

    /// <summary>The failed requests in percent since the traffic was last divided, from the fifth request on.</summary>
    public const string SinceShift = "FailedPercentSinceShift";

    /// <summary>The parameters of <c>PutMetricAlarm</c>.</summary>
    public static JsonObject Definition(Deployment record, string name, string targetVersion)
    {
        var lambda = (LambdaPlan)record.Plan.Target;
        var alarm = new JsonObject
        {
            ["AlarmName"] = name,
            ["AlarmDescription"] = $"Errors of version {targetVersion} of {lambda.FunctionName} while {record.DeploymentId} moves traffic to it.",
            ["ActionsEnabled"] = false,
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            ["Threshold"] = lambda.ErrorAlarm!.Percent,
            ["EvaluationPeriods"] = 1,
            ["DatapointsToAlarm"] = 1,

            // Silence after a failure is no recovery.
            ["TreatMissingData"] = "ignore",
        };
        foreach (var (member, value) in lambda.ErrorAlarm.PeriodSeconds < 60 ? OnOneMachine(lambda, targetVersion) : OnCloudWatch(lambda, targetVersion))
        {
            alarm[member] = value?.DeepClone();
        }

        return alarm;
    }

    private static JsonObject OnOneMachine(LambdaPlan lambda, string version) => new()
    {
        ["Namespace"] = MachineNamespace,
        ["MetricName"] = SinceShift,
        ["Statistic"] = "Maximum",
        ["Period"] = lambda.ErrorAlarm!.PeriodSeconds,
        ["Dimensions"] = VersionMetric.Dimensions(lambda, version),
    };

    private static JsonObject OnCloudWatch(LambdaPlan lambda, string version) => new()
    {
        ["Metrics"] = new JsonArray(
            VersionMetric.Query(lambda, version, "errors", "Errors", lambda.ErrorAlarm!.PeriodSeconds, returnsData: false),
            VersionMetric.Query(lambda, version, "invocations", "Invocations", lambda.ErrorAlarm.PeriodSeconds, returnsData: false),
            new JsonObject
            {
                ["Id"] = "rate",
                ["Label"] = "failed requests in percent",
                ["Expression"] = string.Create(CultureInfo.InvariantCulture, $"IF(invocations >= {ErrorAlarm.FewestRequests}, 100 * errors / invocations, 0)"),
                ["ReturnData"] = true,
            }),
    };
}
