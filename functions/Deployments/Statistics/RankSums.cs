namespace Sluice.Deployments.Statistics;

/// <summary>
/// The distribution of the first sample's rank sum if each division of the values into two samples of these sizes is equally likely, ties as they are (the shift
/// algorithm of Streitberg and Röhmel, 1986). The normal distribution would call a few errors among many zeros more significant than they are.
/// </summary>
internal static class RankSums
{
    /// <summary>The probabilities of a sum of at least, and of at most, that of the first sample.</summary>
    public static (double AtLeast, double AtMost) Tails(PooledRanks ranks, int first)
    {
        var ways = Ways(ranks.Doubled, first);
        var sum = (int)ranks.SumOfFirst;
        var all = ways.Sum();
        return (ways.Skip(sum).Sum() / all, ways.Take(sum + 1).Sum() / all);
    }

    // How many choices of `size` values have each sum: value by value, a choice is either one without it, or one of a value less and it. Only additions, so nothing cancels out.
    private static double[] Ways(IReadOnlyList<int> ranks, int size)
    {
        var most = ranks.TakeLast(size).Sum();
        var ways = Enumerable.Range(0, size + 1).Select(_ => new double[most + 1]).ToArray();
        ways[0][0] = 1;
        for (var index = 0; index < ranks.Count; index++)
        {
            for (var chosen = Math.Min(size, index + 1); chosen > 0; chosen--)
            {
                MoveUp(ways[chosen - 1], ways[chosen], ranks[index]);
            }
        }

        return ways[size];
    }

    private static void MoveUp(double[] from, double[] to, int by)
    {
        for (var sum = by; sum < to.Length; sum++)
        {
            to[sum] += from[sum - by];
        }
    }
}
