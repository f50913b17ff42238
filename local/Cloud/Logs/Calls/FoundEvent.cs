using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>An event of one of many streams.</summary>
internal sealed record FoundEvent(LogStream Stream, StoredEvent Event)
{
    /// <summary>By time, then by the stream's name, then as they came.</summary>
    public static Comparer<FoundEvent> Order { get; } = Comparer<FoundEvent>.Create(static (left, right) =>
        left.Event.Key.Timestamp != right.Event.Key.Timestamp ? left.Event.Key.Timestamp.CompareTo(right.Event.Key.Timestamp)
        : string.CompareOrdinal(left.Stream.Name, right.Stream.Name) is not 0 and var byName ? byName
        : left.Event.Key.Sequence.CompareTo(right.Event.Key.Sequence));
}
