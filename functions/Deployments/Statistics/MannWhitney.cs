using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Sluice.Deployments.Statistics;

/// <summary>
/// The Mann-Whitney U test (Wilcoxon's rank-sum test). It asks how often a value of one sample is greater than one of the other, so it needs no assumption about how
/// latencies or rates are distributed, and one outlier is one rank.
/// </summary>
internal static class MannWhitney
{
    private const int MostForExact = 30;

    /// <summary>Whether the first sample is greater (Increase), less (Decrease) or different (Either). Values must be finite, and there must be some of each.</summary>
    public static MannWhitneyResult Test(IReadOnlyList<double> first, IReadOnlyList<double> second, ChangeDirection direction) =>
        Test(first, second, direction, Math.Max(first.Count, second.Count) <= MostForExact ? TestMethod.Exact : TestMethod.Normal);

    public static MannWhitneyResult Test(IReadOnlyList<double> first, IReadOnlyList<double> second, ChangeDirection direction, TestMethod method)
    {
        var ranks = PooledRanks.Of(first, second);
        var pairs = (double)first.Count * second.Count;
        var u = (ranks.SumOfFirst - ((double)first.Count * (first.Count + 1))) / 2;
        var (atLeast, atMost) = method == TestMethod.Exact
            ? RankSums.Tails(ranks, first.Count)
            : Approximate(u, pairs / 2, Deviation(first.Count, second.Count, ranks.TieTerm));
        var p = direction switch
        {
            ChangeDirection.Increase => atLeast,
            ChangeDirection.Decrease => atMost,
            _ => 2 * Math.Min(atLeast, atMost),
        };
        return new MannWhitneyResult(u, Math.Min(1, p), (2 * u / pairs) - 1, method);
    }

    /// <summary>How many samples of each version are needed before even the clearest difference can be significant.</summary>
    public static int FewestSamples(ChangeDirection direction, double confidence)
    {
        var alpha = Alpha(confidence) / (direction == ChangeDirection.Either ? 2 : 1);
        return Enumerable.Range(1, MostForExact).First(count => 1 / SpecialFunctions.Binomial(2 * count, count) <= alpha || count == MostForExact);
    }

    /// <summary>1 - confidence, without what subtraction of binary numbers leaves behind.</summary>
    public static double Alpha(double confidence) => Math.Round(1 - confidence, 12);

    private static double Deviation(double first, double second, double tieTerm)
    {
        var all = first + second;
        return Math.Sqrt(Math.Max(0, first * second / 12 * (all + 1 - (tieTerm / (all * (all - 1))))));
    }

    // U moves in steps of one half or one, the normal distribution does not: half a step is given back. No deviation at all means that all values are equal.
    private static (double AtLeast, double AtMost) Approximate(double u, double mean, double deviation) => deviation == 0
        ? (1, 1)
        : (Normal.CDF(0, 1, -(u - mean - 0.5) / deviation), Normal.CDF(0, 1, (u - mean + 0.5) / deviation));
}
