namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>What is known of a stream without reading its events; the times in milliseconds since 1970, null if it has none.</summary>
internal sealed record StreamSummary(long? First, long? Last, long? LastIngestedAt, long Bytes)
{
    public static StreamSummary Of(IReadOnlyCollection<Segment> segments) => segments.Count == 0
        ? new StreamSummary(null, null, null, 0)
        : new StreamSummary(segments.Min(segment => segment.First.Timestamp), segments.Max(segment => segment.Last.Timestamp), segments.Max(segment => segment.LastIngestedAt), segments.Sum(segment => segment.Length));
}
