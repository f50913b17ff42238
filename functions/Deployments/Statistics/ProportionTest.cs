namespace Sluice.Deployments.Statistics;

/// <summary>Compares the counts of two versions over the same periods: added up, and then corrected for how unevenly they came.</summary>
internal static class ProportionTest
{
    /// <param name="periods">The counts of each period; of a version that had nothing in it, nothing of nothing.</param>
    /// <param name="direction">Which change is asked for.</param>
    public static ProportionResult Test(IReadOnlyList<ProportionPair> periods, ChangeDirection direction)
    {
        var first = Sum(periods.Select(period => period.First));
        var second = Sum(periods.Select(period => period.Second));
        var exact = FisherTest.PValue(first, second, direction);
        var variance = Variance([.. periods.Where(period => period is { First.Whole: > 0, Second.Whole: > 0 })]);
        var sides = direction == ChangeDirection.Either ? 2 : 1;
        return new ProportionResult(first, second, exact, Math.Min(1, sides * NormalTail.Widened(exact / sides, variance)), variance);
    }

    public static Proportion Sum(IEnumerable<Proportion> counts) => counts.Aggregate(new Proportion(0, 0), (sum, next) => new Proportion(sum.Part + next.Part, sum.Whole + next.Whole));

    // A hundred failures of one minute are not a hundred facts. In each period the first version expects its share of what failed in it, so that what befell both versions is no deviation; how much
    // the deviations vary from period to period, by what they would vary if each request failed for itself, is what a burst of one version alone makes greater than 1.
    private static double Variance(List<ProportionPair> periods)
    {
        var expected = periods.Sum(period => period.Variance);
        if (expected <= 0 || periods.Count < 2)
        {
            return 1;
        }

        var rate = periods.Sum(period => period.Deviation) / periods.Sum(period => period.First.Whole);
        var rests = periods.ConvertAll(period => period.Deviation - (period.First.Whole * rate));
        var dispersion = rests.Sum(rest => rest * rest) * periods.Count / (periods.Count - 1) / expected;
        return Math.Max(1, dispersion * Autocorrelation.Variance(Autocorrelation.Of(rests)));
    }
}
