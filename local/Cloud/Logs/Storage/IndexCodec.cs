using System.Buffers.Binary;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>A segment's index as bytes: for each block its offset, and its first event's time and sequence (8 bytes each), and their CRC-32C (4).</summary>
internal static class IndexCodec
{
    /// <summary>The bytes of an entry.</summary>
    public const int Size = 28;

    private const int Checked = 24;

    public static byte[] Write(IndexEntry entry)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, entry.Offset);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), entry.First.Timestamp);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), entry.First.Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Checked), EventCodec.Checksum(bytes.AsSpan(0, Checked)));
        return bytes;
    }

    /// <summary>The entries up to the first that cannot be: it is torn, or points to before the one before it or behind the segment's end.</summary>
    /// <param name="bytes">The whole index.</param>
    /// <param name="segmentLength">How long the segment is.</param>
    public static List<IndexEntry> Read(ReadOnlySpan<byte> bytes, long segmentLength)
    {
        var entries = new List<IndexEntry>(bytes.Length / Size);
        for (; bytes.Length >= Size && EventCodec.Checksum(bytes[..Checked]) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[Checked..]); bytes = bytes[Size..])
        {
            var entry = Entry(bytes);
            if (entry.Offset >= segmentLength || (entries.Count == 0 ? entry.Offset != 0 : entry.Offset <= entries[^1].Offset))
            {
                break;
            }

            entries.Add(entry);
        }

        return entries;
    }

    private static IndexEntry Entry(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes), new EventKey(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..])));
}
