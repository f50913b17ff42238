using System.Buffers.Binary;

namespace Sluice.Packages.Formats;

/// <summary>
/// Judges how long the directory at a zip's end is before it is read: the library reads all of it into memory, however long it is. The directory may say what it likes, its entries have at least 46 bytes each.
/// </summary>
internal static class ZipDirectory
{
    private const uint End = 0x06054b50;
    private const uint LocatorOfLarge = 0x07064b50;
    private const int EndSize = 22;
    private const int LocatorSize = 20;
    private const int LargeEndSize = 56;
    private const int LongestComment = 65_535;
    private const long MostBytes = 16 * 1024 * 1024;

    /// <exception cref="InvalidDataException">It is no zip, or its directory is too long.</exception>
    public static async Task CheckAsync(Stream archive, int mostEntries, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(archive, Math.Max(0, archive.Length - EndSize - LongestComment - LocatorSize), archive.Length, cancellationToken);
        var (at, start) = (EndOf(tail), archive.Length - tail.Length);
        if (at < 0)
        {
            throw new InvalidDataException("is no zip");
        }

        var (entries, offset) = ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10)), (ulong)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16)));
        if (at >= LocatorSize && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at - LocatorSize)) == LocatorOfLarge)
        {
            var place = BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(at - LocatorSize + 8));
            if (place > (ulong)archive.Length - LargeEndSize)
            {
                throw new InvalidDataException("is no zip: its directory is not where it says");
            }

            var large = await ReadAsync(archive, (long)place, (long)place + LargeEndSize, cancellationToken);
            (entries, offset) = (BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(32)), BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(48)));
        }

        if (offset > (ulong)(start + at) || entries > (ulong)mostEntries || (ulong)(start + at) - offset > MostBytes)
        {
            throw new InvalidDataException($"has a directory of {entries} entries in {(ulong)(start + at) - offset} bytes, and at most {mostEntries} in {MostBytes} are allowed");
        }
    }

    /// <summary>The last one, as every reader of zips takes it.</summary>
    private static int EndOf(byte[] tail)
    {
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == End)
            {
                return at;
            }
        }

        return -1;
    }

    private static async Task<byte[]> ReadAsync(Stream archive, long from, long to, CancellationToken cancellationToken)
    {
        archive.Position = from;
        var bytes = new byte[to - from];
        await archive.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
