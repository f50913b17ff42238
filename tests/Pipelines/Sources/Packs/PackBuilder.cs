using System.Buffers.Binary;
using System.IO.Compression;
using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Tests.Sources.Packs;

/// <summary>Makes packs by hand, good and bad ones.</summary>
internal sealed class PackBuilder
{
    private readonly List<byte> _body = [];
    private int _count;

    /// <summary>Where the next object begins.</summary>
    public int At => 12 + _body.Count;

    public PackBuilder Object(PackObjectKind kind, byte[] content, long? claimed = null, byte[]? between = null)
    {
        _count++;
        Header(kind, claimed ?? content.Length);
        _body.AddRange(between ?? []);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        _body.AddRange(packed.ToArray());
        return this;
    }

    public PackBuilder Named(string from, byte[] delta) => Object(PackObjectKind.NamedDelta, delta, between: Convert.FromHexString(from));

    public PackBuilder Offset(int from, byte[] delta)
    {
        var distance = At - from;
        List<byte> bytes = [(byte)(distance & 0x7F)];
        while ((distance >>= 7) > 0)
        {
            bytes.Insert(0, (byte)(0x80 | (--distance & 0x7F)));
        }

        return Object(PackObjectKind.OffsetDelta, delta, between: [.. bytes]);
    }

    public byte[] Build(uint? count = null)
    {
        var pack = new byte[12 + _body.Count];
        "PACK"u8.CopyTo(pack);
        BinaryPrimitives.WriteUInt32BigEndian(pack.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt32BigEndian(pack.AsSpan(8), count ?? (uint)_count);
        _body.ToArray().CopyTo(pack, 12);
        return [.. pack, .. GitHash.Of(pack)];
    }

    /// <summary>A delta that copies all of its base and adds something.</summary>
    public static byte[] Longer(int baseLength, byte[] added) => [.. Number(baseLength), .. Number(baseLength + added.Length), 0x80 | 0x10 | 0x20, (byte)baseLength, (byte)(baseLength >> 8), (byte)added.Length, .. added];

    public static byte[] Number(long number)
    {
        List<byte> bytes = [];
        do
        {
            bytes.Add((byte)((number & 0x7F) | (number > 0x7F ? 0x80L : 0L)));
        }
        while ((number >>= 7) > 0);
        return [.. bytes];
    }

    private void Header(PackObjectKind kind, long size)
    {
        var part = (byte)(((int)kind << 4) + (byte)(size & 15));
        for (size >>= 4; size > 0; size >>= 7)
        {
            _body.Add((byte)(part | 0x80));
            part = (byte)(size & 0x7F);
        }

        _body.Add(part);
    }
}
