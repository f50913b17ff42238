using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>
/// Events as bytes: the length of what is checked (4), its CRC-32C (4), and then time, sequence and time of arrival (8 each) and the message in UTF-8. All numbers are little-endian. What does
/// not fit its check was not written to its end, or was changed since.
/// </summary>
internal static class EventCodec
{
    /// <summary>How many bytes a message may have: CloudWatch takes no more.</summary>
    public const int LargestMessage = 1 << 20;

    private const int Head = 8;
    private const int Fixed = 24;

    public static void Write(IBufferWriter<byte> to, EventKey key, long ingestedAt, string message)
    {
        var length = Fixed + Encoding.UTF8.GetByteCount(message);
        var bytes = to.GetSpan(Head + length)[..(Head + length)];
        var content = bytes[Head..];
        BinaryPrimitives.WriteInt64LittleEndian(content, key.Timestamp);
        BinaryPrimitives.WriteInt64LittleEndian(content[8..], key.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(content[16..], ingestedAt);
        Encoding.UTF8.GetBytes(message, content[Fixed..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Checksum(content));
        to.Advance(bytes.Length);
    }

    /// <summary>The event that the bytes begin with; null if they begin with no whole one.</summary>
    public static StoredEvent? Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var content = Content(bytes, out length);
        return content.IsEmpty ? null : new StoredEvent(KeyOf(content), BinaryPrimitives.ReadInt64LittleEndian(content[16..]), Encoding.UTF8.GetString(content[Fixed..]));
    }

    /// <summary>The place of the event that the bytes begin with, and when it came; null if they begin with no whole one.</summary>
    public static (EventKey Key, long IngestedAt)? ReadKey(ReadOnlySpan<byte> bytes, out int length)
    {
        var content = Content(bytes, out length);
        return content.IsEmpty ? null : (KeyOf(content), BinaryPrimitives.ReadInt64LittleEndian(content[16..]));
    }

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var claimed = bytes.Length < Head + Fixed ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (claimed is < Fixed or > Fixed + LargestMessage || claimed > bytes.Length - Head)
        {
            return default;
        }

        var content = bytes.Slice(Head, claimed);
        if (Checksum(content) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))
        {
            return default;
        }

        length = Head + claimed;
        return content;
    }

    private static EventKey KeyOf(ReadOnlySpan<byte> content) => new(BinaryPrimitives.ReadInt64LittleEndian(content), BinaryPrimitives.ReadInt64LittleEndian(content[8..]));

    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var octet in bytes)
        {
            crc = BitOperations.Crc32C(crc, octet);
        }

        return ~crc;
    }
}
