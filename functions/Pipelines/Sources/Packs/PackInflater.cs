using System.IO.Compression;

namespace Sluice.Pipelines.Sources.Packs;

/// <summary>
/// Inflates one object. Where it ends is said by the compressed data alone, and the library reads ahead, so that it is given no more than it must have still: at least a thousandth of what is left to come,
/// which is as much as Deflate can make of a byte, and single bytes at the end.
/// </summary>
internal static class PackInflater
{
    private const int PartLength = 32 * 1024;

    /// <returns>Where the next object begins.</returns>
    /// <exception cref="FormatException">It is longer or shorter than the content, or broken.</exception>
    public static int Read(byte[] pack, int start, int end, byte[] content)
    {
        using var source = new MeteredSource(pack, start, end) { Left = content.Length };
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        var count = 0;
        for (int read; count < content.Length && (read = Part(zlib, content.AsSpan(count))) > 0; count += read)
        {
            source.Left = content.Length - count - read;
        }

        return Ended(zlib, source, count == content.Length);
    }

    /// <summary>The same for what nobody wants.</summary>
    public static int Skip(byte[] pack, int start, int end, long size)
    {
        using var source = new MeteredSource(pack, start, end) { Left = size };
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        var part = new byte[PartLength];
        var left = size;
        for (int read; left > 0 && (read = Part(zlib, part.AsSpan(0, (int)Math.Min(left, part.Length)))) > 0; left -= read)
        {
            source.Left = left - read;
        }

        return Ended(zlib, source, left == 0);
    }

    private static int Ended(ZLibStream zlib, MeteredSource source, bool isWhole)
    {
        var more = new byte[1];
        return isWhole && Part(zlib, more) == 0 ? source.At : throw new FormatException("An object of the pack is not as long as it says.");
    }

    private static int Part(ZLibStream zlib, Span<byte> part)
    {
        try
        {
            return zlib.Read(part);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new FormatException("An object of the pack cannot be unpacked.", e);
        }
    }
}
