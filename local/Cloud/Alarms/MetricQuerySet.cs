using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Alarms.Math;
using Sluice.Local.Cloud.Alarms.Rules;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>A list of metrics and expressions over them, checked and made computable.</summary>
internal sealed partial class MetricQuerySet
{
    private readonly Dictionary<string, (int Period, Func<MetricStore, long, double?> Value)> _stats;
    private readonly Dictionary<string, MathNode> _expressions;
    private readonly IReadOnlyList<string> _order;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">CloudWatch would refuse the list, or it needs what this machine does not compute.</exception>
    public MetricQuerySet(IReadOnlyList<MetricQueryShape> queries)
    {
        Check(queries);
        _stats = queries.Where(query => query.MetricStat is not null).ToDictionary(query => query.Id!, query => Stat(query.MetricStat!), StringComparer.Ordinal);
        var ids = _stats.Keys.Order(StringComparer.Ordinal).ToList();
        _expressions = queries.Where(query => query.Expression is not null).ToDictionary(query => query.Id!, query => Parse(query.Expression!, ids), StringComparer.Ordinal);
        _order = Ordered(_stats.Keys, _expressions);
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

        var period = stat.Period is { } seconds && AlarmPeriodRules.IsPeriod(seconds)
            ? seconds
            : throw CloudWatchErrors.Validation($"Period is {stat.Period?.ToString() ?? "absent"}, and must be 1, 5, 10, 20, 30 or a multiple of 60 seconds");
        var compute = MetricStatistic.Find(stat.Stat) ?? throw CloudWatchErrors.Validation(
            $"The statistic {stat.Stat ?? "(none)"} is not computed on this machine: Sum, Average, Minimum, Maximum, SampleCount, percentiles such as p99 and trimmed counts such as TC(100:) are");
        var key = MetricKey.Of(metric.Namespace, metric.MetricName, (metric.Dimensions ?? []).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        return (period, (store, second) =>
            compute(store, key, DateTimeOffset.FromUnixTimeSeconds(second), DateTimeOffset.FromUnixTimeSeconds(second + period)));
    }

    /// <summary>How to compute a metric or an expression for the period that starts at a second; null where it is missing.</summary>
    public Func<MetricStore, long, double?> Value(string id)
    {
        var expressions = Read(id).Expressions;
        return (store, second) => Compute(id, expressions, store, second);
    }

    /// <summary>The one period of a metric, or of the metrics that an expression reads.</summary>
    public int PeriodOf(string id)
    {
        var periods = Read(id).Metrics.Select(metric => _stats[metric].Period).Distinct().ToList();
        return periods.Count == 1
            ? periods[0]
            : throw CloudWatchErrors.Validation($"The expression {id} must read metrics of one Period, and one metric at least");
    }

    /// <summary>Each expression is computed once, behind those that it reads: by recursion it would take as long as there are paths to it, and as much of the stack.</summary>
    private double? Compute(string id, IReadOnlyList<string> expressions, MetricStore store, long second)
    {
        var values = new Dictionary<string, double?>(StringComparer.Ordinal);
        double? Known(string name) => values.TryGetValue(name, out var known) ? known : values[name] = _stats[name].Value(store, second);
        foreach (var expression in expressions)
        {
            values[expression] = _expressions[expression].At(Known);
        }

        return Known(id);
    }

    /// <summary>What it reads, at whatever remove: metrics, and expressions with itself, each behind those that it reads.</summary>
    private (List<string> Metrics, List<string> Expressions) Read(string id)
    {
        var read = new HashSet<string>(StringComparer.Ordinal) { id };
        foreach (var expression in _order.Reverse().Where(read.Contains))
        {
            read.UnionWith(_expressions[expression].References());
        }

        return ([.. read.Where(_stats.ContainsKey)], [.. _order.Where(read.Contains)]);
    }

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

    /// <summary>The expressions, each behind those that it reads.</summary>
    private static List<string> Ordered(IEnumerable<string> metrics, Dictionary<string, MathNode> expressions)
    {
        var known = metrics.ToHashSet(StringComparer.Ordinal);
        var order = new List<string>();
        while (expressions.FirstOrDefault(entry => !known.Contains(entry.Key) && entry.Value.References().All(known.Contains)).Key is { } next)
        {
            known.Add(next);
            order.Add(next);
        }

        if (expressions.FirstOrDefault(entry => !known.Contains(entry.Key)) is { Key: { } id, Value: { } expression })
        {
            var unknown = expression.References().First(reference => !known.Contains(reference));
            throw CloudWatchErrors.Validation($"The expression {id} reads '{unknown}', which is no metric or expression of this list, or reads {id} itself");
        }

        return order;
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
