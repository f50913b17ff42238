namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>A segment as it was at a moment, to be read block by block. One that was removed meanwhile has nothing more.</summary>
internal sealed record SegmentView(SegmentFiles Files, IReadOnlyList<IndexEntry> Entries, long Length, EventKey Last)
{
    public EventKey First => Entries[0].First;

    /// <summary>Its events of a range, in order.</summary>
    public IEnumerable<StoredEvent> Forward(EventRange range)
    {
        for (var block = Math.Max(0, BlockOf(range.From)); block < Entries.Count && Entries[block].First < range.To; block++)
        {
            foreach (var stored in Block(block).Where(stored => range.Contains(stored.Key)))
            {
                yield return stored;
            }
        }
    }

    /// <summary>Its events of a range, the last first.</summary>
    public IEnumerable<StoredEvent> Backward(EventRange range)
    {
        for (var block = BlockOf(range.To); block >= 0 && (block + 1 == Entries.Count ? Last : Entries[block + 1].First) >= range.From; block--)
        {
            foreach (var stored in Block(block).Where(stored => range.Contains(stored.Key)).Reverse())
            {
                yield return stored;
            }
        }
    }

    /// <summary>The last block that does not begin behind a place; -1 if all do.</summary>
    private int BlockOf(EventKey place)
    {
        var (low, high) = (0, Entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Entries[middle].First <= place ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private IEnumerable<StoredEvent> Block(int block)
    {
        var from = Entries[block].Offset;
        var bytes = Read(from, (int)((block + 1 == Entries.Count ? Length : Entries[block + 1].Offset) - from));
        for (var at = 0; EventCodec.Read(bytes.AsSpan(at), out var length) is { } stored; at += length)
        {
            yield return stored;
        }
    }

    private byte[] Read(long offset, int length)
    {
        try
        {
            return Files.Read(offset, length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }
}
