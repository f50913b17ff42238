using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of an alarm's definition beyond the model: all faults, in its words where they are known.</summary>
internal static class AlarmRules
{
    private static readonly string[] Anomalies = ["LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"];
    private static readonly string[] MissingData = ["breaching", "notBreaching", "ignore", "missing"];

    public static IEnumerable<string> Faults(MetricAlarmShape alarm) => [.. Name(alarm), .. Judging(alarm), .. Watching(alarm), .. AlarmActionRules.Faults(alarm)];

    private static IEnumerable<string> Name(MetricAlarmShape alarm) =>
        MetricTexts.HasControl(alarm.AlarmName!) ? ["AlarmName must not contain ASCII Control characters"] : [];

    private static IEnumerable<string> Watching(MetricAlarmShape alarm) =>
        alarm.Metrics is { Count: > 0 } ? MetricListRules.Faults(alarm, alarm.Metrics) : SingleMetricRules.Faults(alarm);

    private static IEnumerable<string> Judging(MetricAlarmShape alarm)
    {
        if (alarm.EvaluationPeriods is null)
        {
            yield return "PutMetricAlarm request should have an EvaluationPeriods parameter";
        }

        if (alarm.DatapointsToAlarm > alarm.EvaluationPeriods)
        {
            yield return "DatapointsToAlarm must be less than or equal to EvaluationPeriods";
        }

        if (Anomalies.Contains(alarm.ComparisonOperator, StringComparer.Ordinal))
        {
            yield return $"The ComparisonOperator {alarm.ComparisonOperator} is for anomaly detection, which this machine has not";
        }

        if (alarm.ComparisonOperator is null)
        {
            yield return "PutMetricAlarm request should have a valid ComparisonOperator parameter";
        }

        if (alarm.Threshold is not { } threshold || !double.IsFinite(threshold))
        {
            yield return "PutMetricAlarm request should have a valid Threshold parameter";
        }

        if (alarm.TreatMissingData is { } treatment && !MissingData.Contains(treatment, StringComparer.Ordinal))
        {
            yield return "Supported values for TreatMissingData are breaching, notBreaching, ignore, and missing.";
        }
    }
}
