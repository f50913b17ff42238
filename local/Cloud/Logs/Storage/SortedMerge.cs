namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>One sequence in order of many that are in order. Each is read no further than needed.</summary>
internal static class SortedMerge
{
    public static IEnumerable<T> Of<T>(IEnumerable<IEnumerable<T>> sequences, IComparer<T> order)
    {
        var heads = new PriorityQueue<IEnumerator<T>, T>(order);
        try
        {
            foreach (var sequence in sequences)
            {
                Advance(heads, sequence.GetEnumerator());
            }

            while (heads.TryDequeue(out var first, out var value))
            {
                // Before it is given away: who stops there must find it among those that are ended.
                Advance(heads, first);
                yield return value;
            }
        }
        finally
        {
            while (heads.TryDequeue(out var left, out _))
            {
                left.Dispose();
            }
        }
    }

    private static void Advance<T>(PriorityQueue<IEnumerator<T>, T> heads, IEnumerator<T> sequence)
    {
        if (sequence.MoveNext())
        {
            heads.Enqueue(sequence, sequence.Current);
        }
        else
        {
            sequence.Dispose();
        }
    }
}
