using System.Collections.Concurrent;

namespace Sluice.Local.Cloud.Metrics;

/// <summary>
/// Counts what an alias sent to each version since its traffic was last divided. A request counts for the division that it was routed by: an answer that comes when the next step has begun
/// tells nothing of that one.
/// </summary>
internal sealed class ShiftCounters
{
    /// <summary>With fewer requests there is no share: one failure of one request is no rate.</summary>
    private const long Fewest = 5;

    // The division that is, and those whose last requests may still be on their way.
    private const int MostRevisions = 4;

    private readonly ConcurrentDictionary<(string Function, string Alias, string Version), List<Counter>> _counters = new();

    /// <summary>Counts a request that was answered.</summary>
    /// <param name="revision">The alias's revision that it was routed by.</param>
    /// <returns>The failed ones in percent; null while they are too few.</returns>
    public double? Count(string function, string alias, string version, string revision, bool failed)
    {
        var counters = _counters.GetOrAdd((function, alias, version), static _ => []);
        lock (counters)
        {
            var counter = Of(counters, revision);
            counter.Requests++;
            counter.Failed += failed ? 1 : 0;
            return counter.Requests < Fewest ? null : 100.0 * counter.Failed / counter.Requests;
        }
    }

    private static Counter Of(List<Counter> counters, string revision)
    {
        if (counters.Find(counter => counter.Revision == revision) is { } known)
        {
            return known;
        }

        if (counters.Count == MostRevisions)
        {
            counters.RemoveAt(0);
        }

        counters.Add(new Counter(revision));
        return counters[^1];
    }

    private sealed class Counter(string revision)
    {
        public string Revision { get; } = revision;

        public long Requests { get; set; }

        public long Failed { get; set; }
    }
}
