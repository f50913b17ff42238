using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of an alarm on a list of metrics and expressions.</summary>
internal static class MetricListRules
{
    private const int MostOfAKind = 10;

    public static IEnumerable<string> Faults(MetricAlarmShape alarm, IReadOnlyList<MetricQueryShape> queries) =>
    [
        .. Beside(alarm).Select(name => $"{name} should not be set if list of Metrics is set."),
        .. Counts(queries),
        .. queries.SelectMany((query, index) => Stat(query.MetricStat, $"Metrics.member.{index + 1}.MetricStat", alarm.EvaluationPeriods)),
    ];

    private static IEnumerable<string> Beside(MetricAlarmShape alarm) => new (string Name, bool IsSet)[]
    {
        (nameof(alarm.MetricName), alarm.MetricName is not null),
        (nameof(alarm.Namespace), alarm.Namespace is not null),
        (nameof(alarm.Dimensions), alarm.Dimensions is { Count: > 0 }),
        (nameof(alarm.Period), alarm.Period is not null),
        (nameof(alarm.Unit), alarm.Unit is not null),
        (nameof(alarm.Statistic), alarm.Statistic is not null),
        (nameof(alarm.ExtendedStatistic), alarm.ExtendedStatistic is not null),
    }.Where(member => member.IsSet).Select(member => member.Name);

    private static IEnumerable<string> Counts(IReadOnlyList<MetricQueryShape> queries)
    {
        if (queries.Count(query => query.MetricStat is not null) > MostOfAKind)
        {
            yield return $"Invalid metrics list: an alarm has at most {MostOfAKind} metrics";
        }

        if (queries.Count(query => query.Expression is not null) > MostOfAKind)
        {
            yield return $"Invalid metrics list: an alarm has at most {MostOfAKind} expressions";
        }

        if (queries.Count(MetricQuerySet.ReturnsData) != 1)
        {
            yield return "Invalid metrics list: exactly one of Metrics must have ReturnData true, which is what the alarm watches";
        }
    }

    private static IEnumerable<string> Stat(MetricStatShape? stat, string at, int? evaluations) =>
    [
        .. stat?.Metric?.Namespace is { } ns ? MetricTexts.Namespace(ns, $"{at}.Metric.Namespace") : [],
        .. MetricTexts.Dimensions(stat?.Metric?.Dimensions, $"{at}.Metric.Dimensions"),
        .. stat?.Period is { } period ? AlarmPeriodRules.Faults(period, evaluations) : [],
    ];
}
