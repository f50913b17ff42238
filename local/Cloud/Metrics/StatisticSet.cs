using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Metrics;

/// <summary>What is known of the values of one metric over some time.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>Sum by SampleCount.</summary>
    public double Average => Sum / SampleCount;

    /// <summary>One value.</summary>
    public static StatisticSet Of(double value) => new(1, value, value, value);

    /// <summary>One value that came so often.</summary>
    public static StatisticSet Of(double value, double count) => new(count, value * count, value, value);

    /// <summary>Both together.</summary>
    public static StatisticSet operator +(StatisticSet left, StatisticSet right) => new(
        left.SampleCount + right.SampleCount, left.Sum + right.Sum, Math.Min(left.Minimum, right.Minimum), Math.Max(left.Maximum, right.Maximum));

    /// <summary>See the operator.</summary>
    public static StatisticSet Add(StatisticSet left, StatisticSet right) => left + right;
}
