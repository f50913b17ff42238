using System.Buffers.Binary;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>A cyclic redundancy check whose bits are reflected, which all of S3's are: begun with ones, and inverted at the end.</summary>
internal sealed class Crc : IChecksum
{
    private const int TableSize = 256;
    private readonly ulong[] _table;
    private readonly ulong _ones;
    private readonly int _bytes;
    private ulong _value;

    private Crc(ulong[] table, int bytes)
    {
        (_table, _bytes) = (table, bytes);
        _ones = bytes == sizeof(ulong) ? ulong.MaxValue : uint.MaxValue;
        _value = _ones;
    }

    /// <summary>The polynomials with their bits reflected: https://reveng.sourceforge.io/crc-catalogue/all.htm (CRC-32/ISO-HDLC, CRC-32/ISCSI, CRC-64/NVME).</summary>
    private static readonly ulong[] OfCrc32 = Table(0xEDB88320);
    private static readonly ulong[] OfCrc32C = Table(0x82F63B78);
    private static readonly ulong[] OfCrc64Nvme = Table(0x9A6C9329AC4BC9B5);

    public static Crc Crc32() => new(OfCrc32, sizeof(uint));

    public static Crc Crc32C() => new(OfCrc32C, sizeof(uint));

    public static Crc Crc64Nvme() => new(OfCrc64Nvme, sizeof(ulong));

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var (value, table) = (_value, _table);
        foreach (var octet in bytes)
        {
            value = table[(byte)(value ^ octet)] ^ (value >> 8);
        }

        _value = value;
    }

    public byte[] End()
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _value ^ _ones);
        return bytes[^_bytes..];
    }

    private static ulong[] Table(ulong polynomial)
    {
        var table = new ulong[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
            }

            table[i] = value;
        }

        return table;
    }
}
