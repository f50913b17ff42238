namespace Sluice.Deployments.Statistics;

/// <summary>Two samples in one order.</summary>
/// <param name="Doubled">Twice the rank of each value, in order: equal values share the middle of their ranks, which may be a half.</param>
/// <param name="SumOfFirst">The sum of <paramref name="Doubled"/> over the first sample.</param>
/// <param name="TieTerm">The sum of t³ - t over all groups of t equal values; 0 without ties.</param>
internal sealed record PooledRanks(IReadOnlyList<int> Doubled, long SumOfFirst, double TieTerm)
{
    public static PooledRanks Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var pooled = first.Select(value => (Value: value, IsFirst: true)).Concat(second.Select(value => (Value: value, IsFirst: false))).OrderBy(entry => entry.Value).ToArray();
        var doubled = new int[pooled.Length];
        var (sum, ties) = (0L, 0.0);
        for (var start = 0; start < pooled.Length;)
        {
            var end = start;
            while (end < pooled.Length && pooled[end].Value == pooled[start].Value)
            {
                end++;
            }

            double count = end - start;
            var rank = start + end + 1;
            Array.Fill(doubled, rank, start, end - start);
            sum += (long)rank * pooled[start..end].Count(entry => entry.IsFirst);
            ties += (count * count * count) - count;
            start = end;
        }

        return new PooledRanks(doubled, sum, ties);
    }
}
