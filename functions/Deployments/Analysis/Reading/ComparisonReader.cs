using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Reads <c>Compare</c>.</summary>
internal static class ComparisonReader
{
    public const double Confidence = 0.98;

    /// <summary>What the literature calls a medium effect (Romano and others, 2006).</summary>
    public const double EffectSize = 0.33;

    /// <summary>Percentage points.</summary>
    public static readonly MinimumChange ChangeOfRate = new(0.5, IsRelative: false);

    /// <summary>Percent: what uses up a promise of 99 % by itself.</summary>
    public const double MaximumRate = 1;

    public static readonly MinimumChange ChangeOfLevel = new(10, IsRelative: true);

    public static MetricComparison Read(MappingReader map, MetricComparison otherwise, bool isRate) => new(
        map.OptionalEnum<ChangeDirection>("Direction") ?? otherwise.Direction,
        NumberText.Number(map, "Confidence", "a number from 0.8 to 0.9999", value => value is >= 0.8 and <= 0.9999) ?? otherwise.Confidence,
        NumberText.Number(map, "EffectSize", "a number from 0 to 1 (Cliff's delta)", value => value is >= 0 and <= 1) ?? otherwise.EffectSize,
        NumberText.Change(map, "MinimumChange") ?? otherwise.MinimumChange)
    {
        MaximumRate = Maximum(map, isRate) ?? otherwise.MaximumRate,
    };

    private static double? Maximum(MappingReader map, bool isRate)
    {
        if (map.Has("MaximumRate") && !isRate)
        {
            map.Fault("MaximumRate", "is for metrics with Per, whose samples are percentages; this one has Threshold.Max");
        }

        if (map.Has("MaximumRate") && map.OptionalEnum<ChangeDirection>("Direction") == ChangeDirection.Decrease)
        {
            map.Fault("MaximumRate", "is for a rate of which more is worse, and Direction is Decrease; expected a Threshold.Min");
        }

        return NumberText.Number(map, "MaximumRate", "a number from 0 to 100 (percent)", value => value is >= 0 and <= 100);
    }

    public static MetricComparison Default(bool isRate) => new(ChangeDirection.Increase, Confidence, EffectSize, isRate ? ChangeOfRate : ChangeOfLevel);
}
