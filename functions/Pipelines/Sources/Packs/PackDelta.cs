namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Git's deltas: copies of the base, and what is new between them.</summary>
internal static class PackDelta
{
    /// <exception cref="FormatException">It does not fit its base, or is broken.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> from, ReadOnlySpan<byte> delta, PackBudget budget)
    {
        if (Number(ref delta) != from.Length)
        {
            throw Broken();
        }

        var size = Number(ref delta);
        budget.Keep(size);
        var made = new byte[size];
        var at = 0;
        while (delta.Length > 0)
        {
            var order = Take(ref delta);
            var part = (order & 0x80) != 0 ? Copied(order, from, ref delta) : New(order, ref delta);
            if (part.Length > made.Length - at)
            {
                throw Broken();
            }

            part.CopyTo(made.AsSpan(at));
            at += part.Length;
        }

        return at == made.Length ? made : throw Broken();
    }

    private static ReadOnlySpan<byte> New(byte length, ref ReadOnlySpan<byte> delta)
    {
        if (length == 0 || length > delta.Length)
        {
            throw Broken();
        }

        var part = delta[..length];
        delta = delta[length..];
        return part;
    }

    private static ReadOnlySpan<byte> Copied(byte order, ReadOnlySpan<byte> from, ref ReadOnlySpan<byte> delta)
    {
        const int DefaultLength = 0x10000;
        long offset = 0, length = 0;
        for (var bit = 0; bit < 7; bit++)
        {
            if ((order & (1 << bit)) != 0)
            {
                long part = Take(ref delta);
                (offset, length) = bit < 4 ? (offset | (part << (8 * bit)), length) : (offset, length | (part << (8 * (bit - 4))));
            }
        }

        length = length == 0 ? DefaultLength : length;
        return offset + length <= from.Length ? from.Slice((int)offset, (int)length) : throw Broken();
    }

    private static long Number(ref ReadOnlySpan<byte> delta)
    {
        long number = 0;
        for (var shift = 0; shift <= 35; shift += 7)
        {
            var part = Take(ref delta);
            number |= (long)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return number;
            }
        }

        throw Broken();
    }

    private static byte Take(ref ReadOnlySpan<byte> delta)
    {
        if (delta.Length == 0)
        {
            throw Broken();
        }

        var taken = delta[0];
        delta = delta[1..];
        return taken;
    }

    private static FormatException Broken() => new("A delta of the pack does not fit its base.");
}
