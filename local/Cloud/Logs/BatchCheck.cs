using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>CloudWatch's rules for a batch of events.</summary>
internal static class BatchCheck
{
    private const long MostBytes = 1 << 20;
    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(24);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);

    /// <summary>All that is wrong with the batch as a whole.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<LogEvent> events)
    {
        if (events.Sum(one => LogPages.SizeOf(one.Message)) is > MostBytes and var bytes)
        {
            yield return $"Upload too large: {bytes} bytes exceeds limit of {MostBytes}";
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
        {
            yield return "Log events in a single PutLogEvents request must be in chronological order.";
        }

        if (events.Max(one => one.Timestamp) - events.Min(one => one.Timestamp) > LongestSpan.TotalMilliseconds)
        {
            yield return "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.";
        }
    }

    /// <summary>What of a batch in order is taken, and what is not because of its time.</summary>
    /// <param name="events">The batch.</param>
    /// <param name="now">When it came.</param>
    /// <param name="keptFrom">Before it the group keeps nothing, in milliseconds since 1970.</param>
    public static TakenBatch Take(IReadOnlyList<LogEvent> events, DateTimeOffset now, long keptFrom)
    {
        var tooOld = Before(events, (now - Oldest).ToUnixTimeMilliseconds());
        var expired = Before(events, keptFrom);
        var tooNew = Before(events, (now + Newest).ToUnixTimeMilliseconds() + 1);
        var from = Math.Max(tooOld, expired);
        return new TakenBatch(
            [.. events.Take(tooNew).Skip(from)],
            tooNew < events.Count ? tooNew : null,
            tooOld > 0 ? tooOld : null,
            expired > 0 ? expired : null);
    }

    private static int Before(IReadOnlyList<LogEvent> events, long time) => events.TakeWhile(one => one.Timestamp < time).Count();
}
