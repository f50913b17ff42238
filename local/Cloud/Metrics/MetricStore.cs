using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Cloud.Metrics;

/// <summary>CloudWatch's metrics on this machine: in memory, by the second, for the last quarter of an hour.</summary>
public sealed class MetricStore(TimeProvider time)
{
    /// <summary>How far back a metric can be asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    // Alarms look at whole periods, which begin a little before what is kept.
    private static readonly long KeptSeconds = (long)Kept.TotalSeconds + 120;

    // CloudWatch takes values of the next two hours.
    private const long FutureSeconds = 2 * 60 * 60;

    private readonly Lock _gate = new();
    private readonly ClockMoves _moves = new(time);
    private readonly Dictionary<MetricKey, MetricSeries> _series = [];
    private long _swept;

    /// <summary>Adds values at a time; ones older than what is kept are dropped.</summary>
    public void Record(MetricKey key, StatisticSet values, DateTimeOffset? at = null)
    {
        var now = Second(time.GetUtcNow());
        var second = at is null ? now : Second(at.Value);
        if (second < now - KeptSeconds)
        {
            return;
        }

        lock (_gate)
        {
            Sweep(now);
            if (!_series.TryGetValue(key, out var series))
            {
                _series[key] = series = new MetricSeries();
            }

            series.Add(second, values, now - KeptSeconds);
        }
    }

    /// <summary>What was recorded from a time to before another, both in whole seconds; null if nothing.</summary>
    public StatisticSet? Read(MetricKey key, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return _series.TryGetValue(key, out var series) ? series.Between(Second(from), Second(to)) : null;
        }
    }

    /// <summary>The seconds of a time in which values can be: a start in another year costs nothing.</summary>
    public (long From, long To) Within(DateTimeOffset from, DateTimeOffset to)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return (Math.Max(from.ToUnixTimeSeconds(), now - KeptSeconds), Math.Min((to.ToUnixTimeMilliseconds() + 999) / 1000, now + FutureSeconds));
    }

    /// <summary>The smallest value recorded in that time that so many percent do not exceed, to three significant digits; null if nothing was, or not value by value.</summary>
    public double? Percentile(MetricKey key, double percent, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return _series.TryGetValue(key, out var series) ? series.Percentile(percent, Second(from), Second(to)) : null;
        }
    }

    /// <summary>How many of the values recorded in that time are over one value and not over another; null if nothing was recorded, or not value by value.</summary>
    public double? Count(MetricKey key, double low, double high, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return _series.TryGetValue(key, out var series) ? series.Count(low, high, Second(from), Second(to)) : null;
        }
    }

    /// <summary>
    /// The second by a clock that nobody moves. So what was counted half a minute ago was half a minute ago still when the wall's clock has been set, and there is nothing of a time to come.
    /// </summary>
    private long Second(DateTimeOffset at) => at.ToUnixTimeSeconds() - _moves.Seconds();

    /// <summary>Metrics that nothing was recorded of for long are forgotten whole.</summary>
    private void Sweep(long now)
    {
        if (now - _swept < 60)
        {
            return;
        }

        _swept = now;
        foreach (var (key, series) in _series)
        {
            if (series.Newest < now - KeptSeconds)
            {
                _series.Remove(key);
            }
        }
    }
}
