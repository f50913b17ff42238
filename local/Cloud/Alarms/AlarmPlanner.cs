using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>Checks a definition by CloudWatch's rules and makes its plan.</summary>
internal static class AlarmPlanner
{
    private const int MostMetrics = 10;

    // A day of seconds: CloudWatch looks no further back with short periods.
    private const int MostEvaluations = 24 * 60 * 60;

    private static readonly string[] Comparisons =
        ["GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"];

    private static readonly string[] MissingData = ["missing", "ignore", "breaching", "notBreaching"];

    /// <exception cref="StateMachines.Tasks.TaskFailedException">CloudWatch would refuse it, or it needs what this machine has not.</exception>
    public static AlarmPlan Plan(MetricAlarmShape alarm)
    {
        var evaluations = alarm.EvaluationPeriods is >= 1 and <= MostEvaluations and var n
            ? n
            : throw CloudWatchErrors.Validation($"EvaluationPeriods must be 1 to {MostEvaluations}");
        var toAlarm = alarm.DatapointsToAlarm ?? evaluations;
        Demand(toAlarm >= 1 && toAlarm <= evaluations, $"DatapointsToAlarm is {toAlarm}, and must be 1 to EvaluationPeriods ({evaluations})");
        Demand(Comparisons.Contains(alarm.ComparisonOperator, StringComparer.Ordinal), $"ComparisonOperator must be one of {string.Join(", ", Comparisons)}");
        var missing = alarm.TreatMissingData ?? "missing";
        Demand(MissingData.Contains(missing, StringComparer.Ordinal), $"TreatMissingData must be one of {string.Join(", ", MissingData)}");
        var threshold = alarm.Threshold ?? throw CloudWatchErrors.Validation("Threshold is needed");
        var (period, value) = alarm.Metrics is { Count: > 0 } queries ? Watched(queries) : Single(alarm);
        var plan = new AlarmPlan(period, evaluations, toAlarm, alarm.ComparisonOperator!, threshold, missing, value);
        Demand(
            plan.Range * (long)period <= MetricStore.Kept.TotalSeconds,
            $"Period {period} s times {plan.Range} periods is more than the {MetricStore.Kept.TotalMinutes} minutes of metrics that this machine keeps");
        return plan;
    }

    private static (int Period, Func<MetricStore, long, double?> Value) Single(MetricAlarmShape alarm)
    {
        Demand(alarm.Statistic is null || alarm.ExtendedStatistic is null, "Statistic and ExtendedStatistic exclude each other");
        return MetricQuerySet.Stat(new MetricStatShape(
            new MetricShape(alarm.Namespace, alarm.MetricName, alarm.Dimensions), alarm.Period, alarm.Statistic ?? alarm.ExtendedStatistic, alarm.Unit));
    }

    /// <summary>The one query of the list that returns data, which is what the alarm watches.</summary>
    private static (int Period, Func<MetricStore, long, double?> Value) Watched(IReadOnlyList<MetricQueryShape> queries)
    {
        var set = new MetricQuerySet(queries);
        Demand(queries.Count(query => query.MetricStat is not null) <= MostMetrics, $"An alarm has at most {MostMetrics} metrics");
        Demand(queries.Count(MetricQuerySet.ReturnsData) == 1, "Exactly one of Metrics must have ReturnData true: it is what the alarm watches");
        Demand(set.Periods.Count == 1, "The metrics of an alarm must all have the same Period, and there must be one at least");
        var watched = queries.Single(MetricQuerySet.ReturnsData).Id!;
        return (set.Periods[0], set.Value(watched));
    }

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw CloudWatchErrors.Validation(message);
        }
    }
}
