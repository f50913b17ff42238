using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Alarms.Math;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>A list of metrics and expressions over them, checked and made computable.</summary>
internal sealed partial class MetricQuerySet
{
    private readonly Dictionary<string, (int Period, Func<MetricStore, long, double?> Value)> _stats;
    private readonly Dictionary<string, MathNode> _expressions;

    /// <exception cref="StateMachines.TaskFailedException">CloudWatch would refuse the list, or it needs what this machine does not compute.</exception>
    public MetricQuerySet(IReadOnlyList<MetricQueryShape> queries)
    {
        Check(queries);
        _stats = queries.Where(query => query.MetricStat is not null).ToDictionary(query => query.Id!, query => Stat(query.MetricStat!), StringComparer.Ordinal);
        var ids = _stats.Keys.Order(StringComparer.Ordinal).ToList();
        _expressions = queries.Where(query => query.Expression is not null).ToDictionary(query => query.Id!, query => Parse(query.Expression!, ids), StringComparer.Ordinal);
        CheckReferences(_stats.Keys, _expressions);
    }

    /// <summary>The different periods of the metrics, in seconds.</summary>
    public IReadOnlyList<int> Periods => [.. _stats.Values.Select(stat => stat.Period).Distinct()];

    public static bool ReturnsData(MetricQueryShape query) => query.ReturnData ?? true;

    /// <summary>One metric's statistic.</summary>
    public static (int Period, Func<MetricStore, long, double?> Value) Stat(MetricStatShape stat)
    {
        if (stat.Metric is not { Namespace.Length: > 0, MetricName.Length: > 0 } metric)
        {
            throw CloudWatchErrors.Validation("A metric needs Namespace and MetricName");
        }

        var period = stat.Period is { } seconds && IsPeriod(seconds)
            ? seconds
            : throw CloudWatchErrors.Validation($"Period is {stat.Period?.ToString() ?? "absent"}, and must be 1, 5, 10, 20, 30 or a multiple of 60 seconds");
        var compute = MetricStatistic.Find(stat.Stat) ?? throw CloudWatchErrors.Validation(
            $"The statistic {stat.Stat ?? "(none)"} is not computed on this machine: Sum, Average, Minimum, Maximum, SampleCount, percentiles such as p99 and trimmed counts such as TC(100:) are");
        var key = MetricKey.Of(metric.Namespace, metric.MetricName, (metric.Dimensions ?? []).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        return (period, (store, second) =>
            compute(store, key, DateTimeOffset.FromUnixTimeSeconds(second), DateTimeOffset.FromUnixTimeSeconds(second + period)));
    }

    /// <summary>The value of a metric or an expression in the period that starts at a second; null if it is missing.</summary>
    public double? At(string id, MetricStore store, long second) =>
        _expressions.TryGetValue(id, out var expression) ? expression.At(inner => At(inner, store, second)) : _stats[id].Value(store, second);

    /// <summary>The one period of a metric, or of the metrics that an expression reads.</summary>
    public int PeriodOf(string id)
    {
        var periods = StatsOf(id).Select(stat => _stats[stat].Period).Distinct().ToList();
        return periods.Count == 1
            ? periods[0]
            : throw CloudWatchErrors.Validation($"The expression {id} must read metrics of one Period, and one metric at least");
    }

    private IEnumerable<string> StatsOf(string id) =>
        _expressions.TryGetValue(id, out var expression) ? expression.References().SelectMany(StatsOf) : [id];

    // CloudWatch has no periods of 1, 5 and 20 s for alarms: a lift that docs/local-cloud.md lists.
    private static bool IsPeriod(int seconds) => seconds is 1 or 5 or 10 or 20 or 30 || (seconds > 0 && seconds % 60 == 0);

    private static MathNode Parse(string expression, IReadOnlyList<string> metrics)
    {
        try
        {
            return MathParser.Parse(expression, metrics);
        }
        catch (MathException e)
        {
            throw CloudWatchErrors.Validation(e.Message);
        }
    }

    private static void Check(IReadOnlyList<MetricQueryShape> queries)
    {
        var fault = queries switch
        {
            _ when queries.FirstOrDefault(query => !IdForm().IsMatch(query.Id ?? "")) is { } wrong =>
                $"The Id '{wrong.Id}' must begin with a lower-case letter and hold letters, digits and '_' only",
            _ when queries.Select(query => query.Id).Distinct(StringComparer.Ordinal).Count() != queries.Count => "The Ids of metrics and expressions must differ",
            _ when queries.FirstOrDefault(query => query.MetricStat is null == query.Expression is null) is { } unclear =>
                $"The metric {unclear.Id} needs either MetricStat or Expression",
            _ => null,
        };
        if (fault is not null)
        {
            throw CloudWatchErrors.Validation(fault);
        }
    }

    private static void CheckReferences(IEnumerable<string> metrics, Dictionary<string, MathNode> expressions)
    {
        var known = metrics.ToHashSet(StringComparer.Ordinal);
        while (expressions.FirstOrDefault(entry => !known.Contains(entry.Key) && entry.Value.References().All(known.Contains)).Key is { } next)
        {
            known.Add(next);
        }

        if (expressions.FirstOrDefault(entry => !known.Contains(entry.Key)) is { Key: { } id, Value: { } expression })
        {
            var unknown = expression.References().First(reference => !known.Contains(reference));
            throw CloudWatchErrors.Validation($"The expression {id} reads '{unknown}', which is no metric or expression of this list, or reads {id} itself");
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
