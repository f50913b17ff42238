using System.Globalization;
using System.Text;

namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Reads git's packet lines as they come.</summary>
internal static class PktStream
{
    private const int Header = 4;
    private const int Longest = 65520;

    /// <exception cref="EndOfStreamException">It ends in the middle.</exception>
    /// <exception cref="FormatException">This is none.</exception>
    public static async ValueTask<PktPacket> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        await stream.ReadExactlyAsync(header, cancellationToken);
        if (!int.TryParse(Encoding.ASCII.GetString(header), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length is 3 or < 0 or > Longest)
        {
            throw new FormatException("A packet line has a length that cannot be.");
        }

        var content = new byte[Math.Max(length - Header, 0)];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new PktPacket(content, length == 0, length < Header);
    }
}
