using System.Buffers.Binary;

namespace Sluice.Packages.Formats.NuGet.Archives;

/// <summary>The record at a zip's end. It is looked at before the list of entries is read: that is read as long as it goes on, whatever the record says of it.</summary>
internal static class ZipEnd
{
    private const int Size = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int Signature = 0x06054b50;

    /// <summary>Why the list of entries must not be read, to follow what it is called; null if it may be.</summary>
    public static async Task<string?> FaultAsync(Stream archive, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(archive.Length, Size + LongestComment)];
        archive.Position = archive.Length - tail.Length;
        await archive.ReadExactlyAsync(tail, cancellationToken);
        var at = Find(tail);
        return at < 0 ? "is no zip, or it is cut off: it has no end record" : FaultOf(tail.AsSpan(at, Size), archive.Length - tail.Length + at);
    }

    private static string? FaultOf(ReadOnlySpan<byte> record, long at)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        return (start, entries) switch
        {
            (uint.MaxValue, _) or (_, ushort.MaxValue) => "is a Zip64 archive, and no package is so large",
            (_, > PackageLimits.Entries) => $"has {entries} entries, and at most {PackageLimits.Entries} are allowed",
            _ when start > at => "has a list of entries that is not in it",
            _ when at - start > PackageLimits.Directory => $"has a list of entries of more than {PackageLimits.Directory >> 20} MiB",
            _ => null,
        };
    }

    /// <summary>The last record whose comment goes to the end.</summary>
    private static int Find(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - Size; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadInt32LittleEndian(tail[at..]) == Signature && at + Size + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return at;
            }
        }

        return -1;
    }
}
