namespace Sluice.Deployments.Statistics;

/// <summary>The Mann-Whitney U test of two versions' periods, corrected for how alike neighbours are.</summary>
internal static class SampleTest
{
    /// <summary>Of fewer periods nobody can say how alike neighbours are.</summary>
    private const int Few = 10;

    /// <param name="first">The first version's samples by their periods.</param>
    /// <param name="second">The second's.</param>
    /// <param name="direction">Which change is asked for.</param>
    public static SampleTestResult Test(IReadOnlyDictionary<DateTimeOffset, double> first, IReadOnlyDictionary<DateTimeOffset, double> second, ChangeDirection direction)
    {
        var test = MannWhitney.Test([.. first.Values], [.. second.Values], direction);
        var correlation = Differences(first, second) is { Count: > 2 } differences ? Autocorrelation.Of(differences) : 0;
        var sides = direction == ChangeDirection.Either ? 2 : 1;
        // Of few periods the correlation is hardly known. Where no sample of one is among the other's, which likeness of neighbours alone hardly brings about, the test stands as it is.
        var p = IsWhole(first, second, test.U) ? test.PValue : Math.Min(1, sides * NormalTail.Widened(test.PValue / sides, Autocorrelation.Variance(correlation)));
        return new SampleTestResult(test, correlation, p);
    }

    private static bool IsWhole(IReadOnlyDictionary<DateTimeOffset, double> first, IReadOnlyDictionary<DateTimeOffset, double> second, double u) =>
        Math.Min(first.Count, second.Count) < Few && (u == 0 || u == (double)first.Count * second.Count);

    // Of ranks, since the test looks at nothing else: one great value would hide how alike all others are.
    private static List<double> Differences(IReadOnlyDictionary<DateTimeOffset, double> first, IReadOnlyDictionary<DateTimeOffset, double> second)
    {
        var pooled = first.Values.Concat(second.Values).Order().ToArray();
        return [.. first.Keys.Where(second.ContainsKey).Order().Select(period => Rank(first[period], pooled) - Rank(second[period], pooled))];
    }

    private static double Rank(double value, double[] pooled) => (Below(value, pooled, false) + Below(value, pooled, true)) / 2.0;

    private static int Below(double value, double[] pooled, bool orEqual)
    {
        var (low, high) = (0, pooled.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pooled[middle] < value || (orEqual && pooled[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
