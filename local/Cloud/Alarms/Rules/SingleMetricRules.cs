using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of an alarm on one metric.</summary>
internal static class SingleMetricRules
{
    public static IEnumerable<string> Faults(MetricAlarmShape alarm) =>
    [
        .. Needed(alarm),
        .. alarm.Namespace is { } ns ? MetricTexts.Namespace(ns, "Namespace") : [],
        .. MetricTexts.Dimensions(alarm.Dimensions, "Dimensions"),
        .. Statistic(alarm),
        .. alarm.Period is { } period ? AlarmPeriodRules.Faults(period, alarm.EvaluationPeriods) : ["PutMetricAlarm request should have a Period parameter"],
    ];

    private static IEnumerable<string> Needed(MetricAlarmShape alarm)
    {
        if (alarm.MetricName is null)
        {
            yield return "MetricName must not be null";
        }

        if (alarm.Namespace is null)
        {
            yield return "Namespace must not be null";
        }
    }

    private static IEnumerable<string> Statistic(MetricAlarmShape alarm) => (alarm.Statistic, alarm.ExtendedStatistic) switch
    {
        (not null, not null) => ["PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be present"],
        (null, null) => ["PutMetricAlarm request should have a Statistic parameter"],
        (null, { } extended) when !MetricStatistic.IsPercentile(extended) => [$"The value {extended} for parameter ExtendedStatistic is not supported. On this machine percentiles such as p99 are."],
        _ => [],
    };
}
