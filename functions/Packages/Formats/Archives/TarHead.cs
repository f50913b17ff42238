using System.Buffers.Binary;
using System.Text;

namespace Sluice.Packages.Formats.Archives;

/// <summary>The head of an entry, as it stands there.</summary>
internal sealed record TarHead(string Name, char Type, long Size, string Link)
{
    private static readonly Range Sum = 148..156;

    /// <exception cref="InvalidDataException">It is none.</exception>
    public static TarHead Read(ReadOnlySpan<byte> block)
    {
        if (Number(block[Sum]) != Summed(block))
        {
            throw new InvalidDataException("is no tar, or a broken one: the sum of an entry's head is wrong");
        }

        var prefix = block[257..262].SequenceEqual("ustar"u8) && block[262] == 0 ? Text(block[345..500]) : "";
        return new TarHead(prefix.Length > 0 ? $"{prefix}/{Text(block[..100])}" : Text(block[..100]), (char)block[156], Number(block[124..136]), Text(block[157..257]));
    }

    /// <summary>As if there were spaces where the sum stands.</summary>
    private static long Summed(ReadOnlySpan<byte> block)
    {
        var sum = 8L * ' ';
        for (var at = 0; at < block.Length; at++)
        {
            sum += at is >= 148 and < 156 ? 0 : block[at];
        }

        return sum;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    /// <summary>Octal digits, or with the first bit set the bytes of the number.</summary>
    private static long Number(ReadOnlySpan<byte> field)
    {
        if (field[0] == 0x80 && field.Length == 12)
        {
            return BinaryPrimitives.ReadInt64BigEndian(field[4..]) is >= 0 and < long.MaxValue / 2 and var large && !field[1..4].ContainsAnyExcept((byte)0) ? large : throw new InvalidDataException("is a broken tar: an entry's size cannot be");
        }

        var number = 0L;
        foreach (var character in field.Trim(" \0"u8))
        {
            number = character is >= (byte)'0' and <= (byte)'7' ? (number * 8) + (character - '0') : throw new InvalidDataException("is no tar, or a broken one: a number in an entry's head is none");
        }

        return number;
    }
}
