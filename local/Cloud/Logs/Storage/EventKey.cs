using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>A place in a stream: events are in the order of their times, and those of one time in the order in which they came.</summary>
/// <param name="Timestamp">In milliseconds since 1970.</param>
/// <param name="Sequence">The how manieth of the stream it is, from 1; no two events of a stream have the same.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventKey(long Timestamp, long Sequence) : IComparable<EventKey>
{
    /// <summary>Before every event.</summary>
    public static EventKey Start { get; }

    /// <summary>Behind every event.</summary>
    public static EventKey End { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>The place right behind the event.</summary>
    public EventKey Next => this with { Sequence = Sequence + 1 };

    public static bool operator <(EventKey left, EventKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EventKey left, EventKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventKey left, EventKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventKey left, EventKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(EventKey other) => Timestamp == other.Timestamp ? Sequence.CompareTo(other.Sequence) : Timestamp.CompareTo(other.Timestamp);
}
