using System.Buffers.Binary;

namespace Sluice.Pipelines.Sources.Packs;

/// <summary>
/// Reads a pack that a server sent, which may be anything: objects, what they grow to, and chains of deltas are bounded, and whatever does not fit is a <see cref="FormatException"/>.
/// </summary>
internal sealed class PackReader
{
    private const int HeaderLength = 12;
    private const int HashLength = 20;
    private const int MostObjects = 500_000;
    private readonly byte[] _pack;
    private readonly PackLimits _limits;
    private readonly PackBudget _budget;
    private int _at = HeaderLength;

    private PackReader(byte[] pack, PackLimits limits) => (_pack, _limits, _budget) = (pack, limits, new PackBudget(limits));

    private int End => _pack.Length - HashLength;

    /// <exception cref="FormatException">It is no pack, a broken one, or one that would grow too large.</exception>
    public static Pack Read(byte[] pack, PackLimits limits) => new PackReader(pack, limits).Read();

    private Pack Read()
    {
        var count = Header();
        var entries = new Dictionary<int, PackedObject>(Math.Min(count, 4096));
        for (var index = 0; index < count; index++)
        {
            var offset = _at;
            entries[offset] = Entry(offset);
        }

        return _at == End ? new PackAssembly(entries, _budget, _limits.KeepsFiles).Assemble() : throw new FormatException("The pack is longer than it says.");
    }

    private int Header()
    {
        if (_pack.Length < HeaderLength + HashLength || !_pack.AsSpan(0, 4).SequenceEqual("PACK"u8) || BinaryPrimitives.ReadUInt32BigEndian(_pack.AsSpan(4)) is not (2 or 3))
        {
            throw new FormatException("This is no pack of version 2 or 3.");
        }

        if (!GitHash.Of(_pack.AsSpan(0, End)).AsSpan().SequenceEqual(_pack.AsSpan(End)))
        {
            throw new FormatException("The pack is not as it was sent.");
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(_pack.AsSpan(8));
        return count <= MostObjects ? (int)count : throw new FormatException($"The pack has {count} objects, more than {MostObjects}.");
    }

    private PackedObject Entry(int offset)
    {
        var first = Byte();
        var kind = (PackObjectKind)((first >> 4) & 7);
        var size = Size(first);
        return kind switch
        {
            PackObjectKind.Blob when !_limits.KeepsFiles => new PackedObject(kind, Skipped(size)),
            PackObjectKind.Commit or PackObjectKind.Tree or PackObjectKind.Tag or PackObjectKind.Blob => new PackedObject(kind, Inflated(size)),
            PackObjectKind.OffsetDelta => OffsetDelta(Base(offset), size),
            PackObjectKind.NamedDelta => NamedDelta(Convert.ToHexStringLower(Bytes(HashLength)), size),
            _ => throw new FormatException($"The pack has an object of the kind {(int)kind}, which there is not."),
        };
    }

    private PackedObject OffsetDelta(int from, long size) => new(PackObjectKind.OffsetDelta, Inflated(size)) { BaseOffset = from };

    private PackedObject NamedDelta(string from, long size) => new(PackObjectKind.NamedDelta, Inflated(size)) { BaseId = from };

    private long Size(int first)
    {
        long size = first & 15;
        var shift = 4;
        for (var part = first; (part & 0x80) != 0; shift += 7)
        {
            part = Byte();
            size |= (long)(part & 0x7F) << shift;
            if (shift > 35)
            {
                throw new FormatException("An object of the pack has a size that cannot be.");
            }
        }

        return size;
    }

    private int Base(int offset)
    {
        var part = Byte();
        long distance = part & 0x7F;
        while ((part & 0x80) != 0)
        {
            part = Byte();
            distance = ((distance + 1) << 7) | (uint)(part & 0x7F);
            if (distance > int.MaxValue)
            {
                break;
            }
        }

        return distance > 0 && distance <= offset - HeaderLength ? offset - (int)distance : throw new FormatException("A delta of the pack has a base outside of it.");
    }

    private byte[] Inflated(long size)
    {
        _budget.Keep(size);
        var content = new byte[size];
        _at = PackInflater.Read(_pack, _at, End, content);
        return content;
    }

    private byte[] Skipped(long size)
    {
        _budget.Pass(size);
        _at = PackInflater.Skip(_pack, _at, End, size);
        return [];
    }

    private byte Byte() => _at < End ? _pack[_at++] : throw new FormatException("The pack ends in the middle.");

    private byte[] Bytes(int count)
    {
        if (_at + count > End)
        {
            throw new FormatException("The pack ends in the middle.");
        }

        _at += count;
        return _pack[(_at - count).._at];
    }
}
