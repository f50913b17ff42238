using System.Globalization;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>
/// The ranges into which the values of both versions are counted: up to the old version's level, beyond it, and beyond it by the least change that matters. A percentile of ten values is not like
/// one of ninety, and nor is an average; how many values are over a level is alike for ten and for ninety if the versions are.
/// </summary>
internal static class LevelCells
{
    // As many decimals as CloudWatch takes, and fewer digits than a double has.
    private const int MostDecimals = 10;
    private const int Digits = 12;

    // An upper bound is included, so "less than the level" ends a little under it, and so does "at least so much more".
    private const double JustUnder = 1 - 1e-9;

    public static int Most(ChangeDirection direction) => direction == ChangeDirection.Either ? 5 : 3;

    /// <summary>From the lowest to the highest; none if the level is negative, of which CloudWatch counts nothing.</summary>
    /// <param name="level">The old version's.</param>
    /// <param name="compare">Which changes matter.</param>
    public static IReadOnlyList<LevelCell> Of(double level, MetricComparison compare)
    {
        var cells = new List<LevelCell>();
        var from = (double?)null;
        foreach (var (upTo, side, isFar) in level < 0 ? [] : Ranges(level, compare).Where(range => range.UpTo >= 0))
        {
            if (from is null || upTo > from)
            {
                cells.Add(new LevelCell($"TC({Text(from)}:{Text(double.IsFinite(upTo) ? upTo : null)})", side, isFar));
                from = upTo;
            }
        }

        return cells;
    }

    private static IEnumerable<(double UpTo, ChangeDirection? Side, bool IsFar)> Ranges(double level, MetricComparison compare)
    {
        var change = compare.MinimumChange.From(level);
        var (isDown, isUp) = (compare.Direction != ChangeDirection.Increase, compare.Direction != ChangeDirection.Decrease);
        if (isDown)
        {
            yield return (Floor(Math.Min(level - change, level * JustUnder)), ChangeDirection.Decrease, true);
            yield return (Floor(level * JustUnder), ChangeDirection.Decrease, false);
        }

        if (isUp)
        {
            yield return (-Floor(-level), null, false);
            yield return (Floor((level + change) * JustUnder), ChangeDirection.Increase, false);
        }

        yield return (double.PositiveInfinity, isUp ? ChangeDirection.Increase : null, isUp);
    }

    private static double Floor(double value)
    {
        var scale = Math.Pow(10, Math.Clamp(Digits - 1 - Math.Floor(Math.Log10(Math.Max(Math.Abs(value), double.Epsilon))), 0, MostDecimals));
        return Math.Floor(value * scale) / scale;
    }

    private static string Text(double? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";
}
