using System.Text;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>How much a page of events holds.</summary>
internal static class LogPages
{
    /// <summary>The most events.</summary>
    public const int MostEvents = 10_000;

    // CloudWatch's 1 MB, and what it counts for each event beside its message.
    private const long MostBytes = 1 << 20;
    private const int Overhead = 26;

    /// <summary>The first events up to a number, or to as many bytes as an answer holds; at least one.</summary>
    public static IReadOnlyList<StoredEvent> Take(IEnumerable<StoredEvent> events, int limit)
    {
        var (page, bytes) = (new List<StoredEvent>(), 0L);
        foreach (var one in events)
        {
            bytes += SizeOf(one.Message);
            if (page.Count > 0 && bytes > MostBytes)
            {
                break;
            }

            page.Add(one);
            if (page.Count == limit)
            {
                break;
            }
        }

        return page;
    }

    /// <summary>What CloudWatch counts a message as.</summary>
    public static long SizeOf(string message) => Encoding.UTF8.GetByteCount(message) + Overhead;
}
