namespace Sluice.Local.Cloud.Metrics;

/// <summary>One metric's values by second. Seconds without values take no room, and old ones are let go.</summary>
internal sealed class MetricSeries
{
    private readonly List<MetricSecond> _seconds = [];

    public long Newest => _seconds.Count == 0 ? long.MinValue : _seconds[^1].Second;

    public void Add(long second, StatisticSet values, long oldestKept)
    {
        var index = IndexOf(second);
        if (index < _seconds.Count && _seconds[index].Second == second)
        {
            _seconds[index].Add(values);
            return;
        }

        _seconds.Insert(index, new MetricSecond(second, values));
        Trim(oldestKept);
    }

    /// <summary>The values from one second to before another; null if there are none.</summary>
    public StatisticSet? Between(long from, long to)
    {
        StatisticSet? all = null;
        foreach (var second in Seconds(from, to))
        {
            all = all is { } before ? before + second.Values : second.Values;
        }

        return all;
    }

    /// <summary>The smallest value that so many percent of the values do not exceed; null if there are none, or only statistics of some.</summary>
    public double? Percentile(double percent, long from, long to)
    {
        var counts = new SortedList<double, double>();
        if (!Seconds(from, to).All(second => second.TryCountInto(counts)) || counts.Count == 0)
        {
            return null;
        }

        var rank = counts.Values.Sum() * percent / 100;
        foreach (var (value, count) in counts)
        {
            rank -= count;
            if (rank <= 0)
            {
                return value;
            }
        }

        return counts.Keys[^1];
    }

    /// <summary>How many values are over one and not over another; null if there are no values, or only statistics of some.</summary>
    public double? Count(double low, double high, long from, long to)
    {
        var counts = new SortedList<double, double>();
        return Seconds(from, to).All(second => second.TryCountInto(counts)) && counts.Count > 0
            ? counts.Where(count => count.Key > low && count.Key <= high).Sum(count => count.Value)
            : null;
    }

    private IEnumerable<MetricSecond> Seconds(long from, long to)
    {
        for (var index = IndexOf(from); index < _seconds.Count && _seconds[index].Second < to; index++)
        {
            yield return _seconds[index];
        }
    }

    private void Trim(long oldestKept)
    {
        var old = IndexOf(oldestKept);

        // Not at every second: moving the rest costs.
        if (old > 256)
        {
            _seconds.RemoveRange(0, old);
        }
    }

    /// <summary>Where the second is, or where it would be.</summary>
    private int IndexOf(long second)
    {
        var (low, high) = (0, _seconds.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _seconds[middle].Second < second ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
