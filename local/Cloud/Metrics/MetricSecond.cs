namespace Sluice.Local.Cloud.Metrics;

/// <summary>One metric's values of one second: their statistics, and the single values as far as percentiles need them.</summary>
internal sealed class MetricSecond(long second, StatisticSet first)
{
    // Three significant digits keep a busy second small and a percentile right to half a percent.
    private const int SignificantDigits = 3;

    private SortedList<double, double>? _counts;
    private bool _isWhole = IsUniform(first);

    public long Second { get; } = second;

    public StatisticSet Values { get; private set; } = first;

    public void Add(StatisticSet more)
    {
        _isWhole &= IsUniform(more);
        if (_isWhole && (_counts is not null || more.Minimum != Values.Minimum))
        {
            _counts ??= new SortedList<double, double> { [Rounded(Values.Minimum)] = Values.SampleCount };
            Count(_counts, more);
        }

        Values += more;
    }

    /// <summary>Adds each value and how often it came; false if somebody recorded statistics only, of which no percentile can be told.</summary>
    public bool TryCountInto(SortedList<double, double> counts)
    {
        if (!_isWhole)
        {
            return false;
        }

        foreach (var (value, count) in _counts ?? [])
        {
            counts[value] = counts.GetValueOrDefault(value) + count;
        }

        if (_counts is null)
        {
            Count(counts, Values);
        }

        return true;
    }

    /// <summary>CloudWatch's rule for when statistics tell each value.</summary>
    private static bool IsUniform(StatisticSet values) => values.Minimum == values.Maximum && values.Sum == values.Minimum * values.SampleCount;

    private static void Count(SortedList<double, double> counts, StatisticSet uniform)
    {
        var value = Rounded(uniform.Minimum);
        counts[value] = counts.GetValueOrDefault(value) + uniform.SampleCount;
    }

    private static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        var scale = Math.Pow(10, SignificantDigits - magnitude);
        return double.IsFinite(scale) && scale > 0 ? Math.Round(value * scale) / scale : value;
    }
}
