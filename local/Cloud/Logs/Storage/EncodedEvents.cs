using System.Buffers;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>Events as they are written, all at once.</summary>
/// <param name="Bytes">One after the other.</param>
/// <param name="Starts">Where each begins, from the first byte.</param>
/// <param name="Last">The last one's place.</param>
internal sealed record EncodedEvents(ReadOnlyMemory<byte> Bytes, IReadOnlyList<IndexEntry> Starts, EventKey Last)
{
    /// <param name="events">At least one.</param>
    /// <param name="sequence">The last one that was given before.</param>
    /// <param name="ingestedAt">In milliseconds since 1970.</param>
    public static EncodedEvents Of(IReadOnlyList<LogEvent> events, long sequence, long ingestedAt)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var starts = new List<IndexEntry>(events.Count);
        foreach (var one in events)
        {
            starts.Add(new IndexEntry(bytes.WrittenCount, new EventKey(one.Timestamp, ++sequence)));
            EventCodec.Write(bytes, starts[^1].First, ingestedAt, one.Message);
        }

        return new EncodedEvents(bytes.WrittenMemory, starts, starts[^1].First);
    }

    /// <summary>The blocks that begin in them when they are written to a segment.</summary>
    /// <param name="at">Where in the segment.</param>
    /// <param name="begun">Where the segment's last block begins; null if it has none.</param>
    /// <param name="block">How many bytes a block has, the last event aside.</param>
    public IReadOnlyList<IndexEntry> Blocks(long at, long? begun, int block)
    {
        var blocks = new List<IndexEntry>();
        foreach (var start in Starts.Where(start => begun is null || at + start.Offset - begun >= block))
        {
            blocks.Add(start with { Offset = at + start.Offset });
            begun = at + start.Offset;
        }

        return blocks;
    }
}
