using System.Text;

namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Takes the pack out of what a server answers.</summary>
internal static class PackAnswers
{
    private const byte Data = 1;
    private const byte Error = 3;

    /// <exception cref="FormatException">There is no pack in it, or a large one.</exception>
    public static async Task<byte[]> Version2Async(Stream answer, PackLimits limits, CancellationToken cancellationToken)
    {
        for (PktPacket packet; (packet = await ReadAsync(answer, cancellationToken)).Text != "packfile";)
        {
            if (packet.IsEnd)
            {
                throw new FormatException("The server gave no pack.");
            }
        }

        return await BandAsync(answer, first: null, limits, cancellationToken);
    }

    /// <summary>First the ends of what is shallow, then whether anything is common, then the pack: in bands, or as it is.</summary>
    public static async Task<byte[]> Version0Async(Stream answer, PackLimits limits, CancellationToken cancellationToken)
    {
        PktPacket packet;
        do
        {
            packet = await ReadAsync(answer, cancellationToken);
        }
        while (packet.IsMark || Begins(packet, "shallow ") || Begins(packet, "unshallow "));

        if (!Begins(packet, "NAK") && !Begins(packet, "ACK "))
        {
            throw new FormatException("The server gave no pack.");
        }

        // A pack begins with PACK, and a band with the length of its packet.
        var start = new byte[4];
        await answer.ReadExactlyAsync(start, cancellationToken);
        return start.AsSpan().SequenceEqual("PACK"u8)
            ? await PlainAsync(answer, start, limits, cancellationToken)
            : await BandAsync(answer, start, limits, cancellationToken);
    }

    private static bool Begins(PktPacket packet, string text) => packet.Text.StartsWith(text, StringComparison.Ordinal);

    private static async Task<PktPacket> ReadAsync(Stream answer, CancellationToken cancellationToken)
    {
        var packet = await PktStream.ReadAsync(answer, cancellationToken);
        return Begins(packet, "ERR ") ? throw new FormatException($"the server says: {Shortened(packet.Text[4..])}") : packet;
    }

    private static async Task<byte[]> BandAsync(Stream answer, byte[]? first, PackLimits limits, CancellationToken cancellationToken)
    {
        await using var whole = first is null ? answer : new PrefixedStream(first, answer);
        using var pack = new MemoryStream();
        while (await PktStream.ReadAsync(whole, cancellationToken) is { IsMark: false } packet)
        {
            if (packet.Content is [Data, ..])
            {
                Keep(pack, packet.Content.AsSpan(1), limits);
            }
            else if (packet.Content is [Error, ..])
            {
                throw new FormatException($"the server says: {Shortened(Encoding.UTF8.GetString(packet.Content.AsSpan(1)).Trim())}");
            }
        }

        return pack.ToArray();
    }

    private static async Task<byte[]> PlainAsync(Stream answer, byte[] start, PackLimits limits, CancellationToken cancellationToken)
    {
        using var pack = new MemoryStream();
        pack.Write(start);
        var part = new byte[64 * 1024];
        for (int count; (count = await answer.ReadAsync(part, cancellationToken)) > 0;)
        {
            Keep(pack, part.AsSpan(0, count), limits);
        }

        return pack.ToArray();
    }

    private static void Keep(MemoryStream pack, ReadOnlySpan<byte> part, PackLimits limits)
    {
        if (pack.Length + part.Length > limits.Sent)
        {
            throw new FormatException($"the server gives more than {PackLimits.Text(limits.Sent)} for it.");
        }

        pack.Write(part);
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
