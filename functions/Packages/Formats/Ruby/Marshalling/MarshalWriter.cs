using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Sluice.Packages.Formats.Ruby.Marshalling;

/// <summary>Writes values as Ruby's Marshal 4.8 does, as far as gems have them.</summary>
internal sealed class MarshalWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);

    public MarshalWriter() => Byte(4).Byte(8);

    /// <summary>All that was written.</summary>
    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    public MarshalWriter Nil() => Kind('0');

    public MarshalWriter Flag(bool value) => Kind(value ? 'T' : 'F');

    public MarshalWriter Int(int value) => Kind('i').Number(value);

    /// <summary>A text in UTF-8; nil for null.</summary>
    public MarshalWriter Text(string? value) => value is null ? Nil() : Kind('I').Kind('"').Counted(Encoding.UTF8.GetBytes(value)).Number(1).Symbol("E").Flag(true);

    /// <summary>Followed by so many values.</summary>
    public MarshalWriter Array(int count) => Kind('[').Number(count);

    /// <summary>Followed by so many pairs of values.</summary>
    public MarshalWriter Hash(int count) => Kind('{').Number(count);

    /// <summary>An object of a class that writes itself as another value, which follows.</summary>
    public MarshalWriter Wrapped(string name) => Kind('U').Symbol(name);

    /// <summary>Followed by so many pairs of a symbol and a value.</summary>
    public MarshalWriter Object(string name, int members) => Kind('o').Symbol(name).Number(members);

    /// <summary>An object of a class that writes itself as bytes.</summary>
    public MarshalWriter Own(string name, ReadOnlySpan<byte> bytes) => Kind('u').Symbol(name).Counted(bytes);

    /// <summary>Midnight of a day, in UTC.</summary>
    public MarshalWriter Day(DateOnly day)
    {
        // Of its 64 bits the upper half has minutes, seconds and microseconds.
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0xC0000000u | ((uint)(day.Year - 1900) << 14) | ((uint)(day.Month - 1) << 10) | ((uint)day.Day << 5));
        return Kind('I').Own("Time", bytes).Number(1).Symbol("zone").Kind('I').Kind('"').Counted("UTC"u8).Number(1).Symbol("E").Flag(false);
    }

    public MarshalWriter Symbol(string name)
    {
        if (_symbols.TryGetValue(name, out var known))
        {
            return Kind(';').Number(known);
        }

        _symbols[name] = _symbols.Count;
        return Kind(':').Counted(Encoding.UTF8.GetBytes(name));
    }

    private MarshalWriter Kind(char kind) => Byte((byte)kind);

    private MarshalWriter Byte(byte value)
    {
        _bytes.Write(new ReadOnlySpan<byte>(ref value));
        return this;
    }

    private MarshalWriter Counted(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>Small ones are one byte; else how many bytes follow comes first.</summary>
    private MarshalWriter Number(int value)
    {
        switch (value)
        {
            case 0:
                Byte(0);
                break;
            case > 0 and < 123:
                Byte((byte)(value + 5));
                break;
            case > 0:
                var bytes = new byte[4];
                BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
                var length = value > 0xFFFFFF ? 4 : value > 0xFFFF ? 3 : value > 0xFF ? 2 : 1;
                Byte((byte)length);
                _bytes.Write(bytes.AsSpan(0, length));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "Gems have no negative numbers.");
        }

        return this;
    }
}
