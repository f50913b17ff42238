using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>Places from one to before another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventRange(EventKey From, EventKey To)
{
    /// <param name="startTime">In milliseconds since 1970, itself included; null is the beginning.</param>
    /// <param name="endTime">In milliseconds since 1970, itself not included; null is the end.</param>
    public static EventRange Of(long? startTime, long? endTime) => new(new EventKey(startTime ?? 0, 0), endTime is { } end ? new EventKey(end, 0) : EventKey.End);

    /// <summary>What of it is not before a place.</summary>
    public EventRange After(EventKey place) => place > From ? this with { From = place } : this;

    /// <summary>What of it is before a place.</summary>
    public EventRange Before(EventKey place) => place < To ? this with { To = place } : this;

    public bool Contains(EventKey key) => key >= From && key < To;
}
