namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>What of a segment is good: found from its last block on, for all before it was once followed by more.</summary>
/// <param name="Length">Up to where whole events are.</param>
/// <param name="Last">The last event's place.</param>
/// <param name="LastIngestedAt">When the last event came.</param>
/// <param name="Entries">The index, completed by the blocks that were written after its last entry.</param>
internal sealed record SegmentScan(long Length, EventKey Last, long LastIngestedAt, List<IndexEntry> Entries)
{
    /// <summary>Goes through the events from the index's last entry on. Nothing good is null.</summary>
    /// <param name="entries">The index as far as it is good.</param>
    /// <param name="block">How many bytes a block has, the last event aside.</param>
    /// <param name="read">The bytes from an offset on, at most so many.</param>
    public static SegmentScan? Of(List<IndexEntry> entries, int block, Func<long, int, byte[]> read)
    {
        while (entries.Count > 0)
        {
            if (From(entries, block, read) is { } found && found.First == entries[^1].First)
            {
                return found.Scan with { Entries = [.. entries, .. found.Scan.Entries] };
            }

            entries.RemoveAt(entries.Count - 1);
        }

        return From(entries, block, read) is { } whole ? whole.Scan with { Entries = [new IndexEntry(0, whole.First), .. whole.Scan.Entries] } : null;
    }

    private static (EventKey First, SegmentScan Scan)? From(List<IndexEntry> entries, int block, Func<long, int, byte[]> read)
    {
        var offset = entries.Count > 0 ? entries[^1].Offset : 0;
        var begun = offset;
        var (first, last, ingested) = ((EventKey?)null, default(EventKey), 0L);
        var more = new List<IndexEntry>();
        foreach (var (key, at, length) in Events(offset, block, read))
        {
            if (first is not null && key.Key <= last)
            {
                // What an earlier life of the file left behind its end.
                break;
            }

            if (at - begun >= block)
            {
                more.Add(new IndexEntry(at, key.Key));
                begun = at;
            }

            first ??= key.Key;
            (last, ingested, offset) = (key.Key, key.IngestedAt, at + length);
        }

        return first is { } there ? (there, new SegmentScan(offset, last, ingested, more)) : null;
    }

    private static IEnumerable<((EventKey Key, long IngestedAt) Event, long At, int Length)> Events(long offset, int block, Func<long, int, byte[]> read)
    {
        // Room for the longest event whole, and for many of the others.
        var size = EventCodec.LargestMessage + block;
        while (read(offset, size) is { Length: > 0 } bytes)
        {
            var at = 0;
            while (EventCodec.ReadKey(bytes.AsSpan(at), out var length) is { } key)
            {
                yield return (key, offset + at, length);
                at += length;
            }

            if (at == 0)
            {
                yield break;
            }

            offset += at;
        }
    }
}
