using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What is known of a metric of one version.</summary>
/// <param name="Periods">The samples by when their periods begin, all finite.</param>
internal sealed record SampleSet(IReadOnlyDictionary<DateTimeOffset, double> Periods)
{
    public IReadOnlyList<double> Values { get; } = [.. Periods.Values];

    /// <summary>Samples that were no numbers (NaN, infinite), and so left out.</summary>
    public int Removed { get; init; }

    /// <summary>Periods without any.</summary>
    public int Missing { get; init; }

    /// <summary>The requests of which the samples are percentages; null for a plain metric.</summary>
    public double? Requests { get; init; }

    /// <summary>How many values or requests are behind all samples; null if nobody knows.</summary>
    public double? Count { get; init; }

    /// <summary>What failed of the requests of each period, of a metric with Per.</summary>
    public IReadOnlyDictionary<DateTimeOffset, Proportion> Counts { get; init; } = new Dictionary<DateTimeOffset, Proportion>();

    /// <summary>How many values of each period are in each of the ranges of <see cref="LevelCells"/>; empty if they were not counted.</summary>
    public IReadOnlyList<IReadOnlyDictionary<DateTimeOffset, double>> Cells { get; init; } = [];

    /// <summary>What is compared with thresholds: all that failed of all requests, in percent, or else the median. Null without samples.</summary>
    public double? Level { get; init; }

    /// <summary>Why the data cannot be judged at all; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>As a verdict tells of them.</summary>
    public SampleSummary Summary() => new(Values.Count, Removed, Missing, Requests, Level, Median);

    public double? Median => MedianOf(Values);

    /// <summary>Divided before they are added, since their sum may be more than a number can be.</summary>
    public double? Mean => Values.Count == 0 ? null : Values.Sum(value => value / Values.Count);

    public static double? MedianOf(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var ordered = values.Order().ToArray();
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] / 2) + (ordered[middle] / 2);
    }
}
