namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>A part of a stream in a file that only grows, with an index of its blocks. Who writes holds the stream's lock.</summary>
internal sealed class Segment(SegmentFiles files, int block)
{
    private readonly List<IndexEntry> _entries = [];

    public SegmentFiles Files => files;

    public long Length { get; private set; }

    public EventKey First => _entries[0].First;

    public EventKey Last { get; private set; }

    public long LastIngestedAt { get; private set; }

    /// <summary>What is on disk, mended: an event that was not written to its end is not there. Null if nothing is.</summary>
    public static Segment? Open(SegmentFiles files, int block)
    {
        var length = new FileInfo(files.Events).Length;
        var index = File.Exists(files.Index) ? File.ReadAllBytes(files.Index) : [];
        var known = IndexCodec.Read(index, length);
        if (SegmentScan.Of([.. known], block, files.Read) is not { } scan)
        {
            files.Delete();
            return null;
        }

        var segment = new Segment(files, block) { Length = scan.Length, Last = scan.Last, LastIngestedAt = scan.LastIngestedAt };
        segment._entries.AddRange(scan.Entries);
        segment.Mend(length, index.Length, known);
        return segment;
    }

    /// <summary>Adds events that are in order, and behind what is there.</summary>
    /// <exception cref="IOException">The disk does not take them; then none is there.</exception>
    public void Append(EncodedEvents events, long ingestedAt)
    {
        SegmentFiles.Write(files.Events, Length, events.Bytes.Span);
        var blocks = events.Blocks(Length, _entries.Count == 0 ? null : _entries[^1].Offset, block);
        if (blocks.Count > 0)
        {
            SegmentFiles.Write(files.Index, (long)_entries.Count * IndexCodec.Size, blocks.SelectMany(IndexCodec.Write).ToArray());
            _entries.AddRange(blocks);
        }

        (Length, Last, LastIngestedAt) = (Length + events.Bytes.Length, events.Last, ingestedAt);
    }

    /// <summary>What there is now; what is written later does not change it.</summary>
    public SegmentView View() => new(files, [.. _entries], Length, Last);

    private void Mend(long length, long indexLength, List<IndexEntry> known)
    {
        if (length != Length)
        {
            SegmentFiles.Write(files.Events, Length, []);
        }

        if (indexLength != (long)_entries.Count * IndexCodec.Size || known.Count != _entries.Count)
        {
            SegmentFiles.Write(files.Index, 0, _entries.SelectMany(IndexCodec.Write).ToArray());
        }
    }
}
