using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Compares what is behind the samples: how many requests failed of how many, or how many values are beyond the old version's level.</summary>
internal static class CountsJudge
{
    // Beyond, doubles do not count one by one with room to spare.
    private const double Most = 1e12;

    /// <summary>The comparison; null where nothing was counted.</summary>
    public static CountsVerdict? Judge(MetricComparison compare, SampleSet now, SampleSet before) =>
        now.Counts.Count > 0 && AreCounts(now) && AreCounts(before) ? Rates(compare, now, before)
        : now.Cells.Count > 0 && now.Cells.Count == before.Cells.Count ? Beyond(compare, now, before)
        : null;

    // Parts of money or of seconds are no counts, and nor is what may happen more than once to a request.
    private static bool AreCounts(SampleSet samples)
    {
        var all = ProportionTest.Sum(samples.Counts.Values);
        return all.Whole <= Most && Bound.AtMost(all.Part, all.Whole) && samples.Counts.Values.All(count => IsWhole(count.Part) && IsWhole(count.Whole));
    }

    private static bool IsWhole(double value) => value >= 0 && Math.Abs(value - Math.Round(value)) <= 1e-6;

    private static CountsVerdict Rates(MetricComparison compare, SampleSet now, SampleSet before) =>
        CountsVerdict.Of(ProportionTest.Test(Pairs(now.Counts, before.Counts), compare.Direction)) with { MaximumRate = compare.MaximumRate };

    // Either way is two questions, each of which has half of the probability.
    private static CountsVerdict Beyond(MetricComparison compare, SampleSet now, SampleSet before)
    {
        ChangeDirection[] sides = compare.Direction == ChangeDirection.Either ? [ChangeDirection.Increase, ChangeDirection.Decrease] : [compare.Direction];
        return sides.Select(side => Beyond(compare, side, now, before)).MinBy(verdict => verdict.PValue)! is var worst && sides.Length > 1
            ? worst with { PValue = Math.Min(1, 2 * worst.PValue), ExactPValue = Math.Min(1, 2 * worst.ExactPValue) }
            : worst;
    }

    private static CountsVerdict Beyond(MetricComparison compare, ChangeDirection side, SampleSet now, SampleSet before)
    {
        var cells = LevelCells.Of(before.Level!.Value, compare);
        var (beyond, far) = (Places(cell => cell.Side == side), Places(cell => cell.Side == side && cell.IsFar));
        return CountsVerdict.Of(ProportionTest.Test(Pairs(Counts(now, beyond), Counts(before, beyond)), ChangeDirection.Increase)) with
        {
            Level = before.Level,
            Far = ProportionTest.Sum(Counts(now, far).Values).Part,
        };

        List<int> Places(Func<LevelCell, bool> isMeant) => [.. Enumerable.Range(0, cells.Count).Where(index => isMeant(cells[index]))];
    }

    private static Dictionary<DateTimeOffset, Proportion> Counts(SampleSet samples, List<int> places) => samples.Cells
        .SelectMany(cell => cell.Keys).Distinct()
        .ToDictionary(period => period, period => new Proportion(places.Sum(place => In(samples, place, period)), samples.Cells.Sum(cell => cell.GetValueOrDefault(period))));

    private static double In(SampleSet samples, int place, DateTimeOffset period) => place < samples.Cells.Count ? samples.Cells[place].GetValueOrDefault(period) : 0;

    private static List<ProportionPair> Pairs(IReadOnlyDictionary<DateTimeOffset, Proportion> now, IReadOnlyDictionary<DateTimeOffset, Proportion> before) =>
        [.. now.Keys.Union(before.Keys).Order().Select(period => new ProportionPair(At(now, period), At(before, period)))];

    private static Proportion At(IReadOnlyDictionary<DateTimeOffset, Proportion> counts, DateTimeOffset period) => counts.GetValueOrDefault(period) ?? new Proportion(0, 0);
}
