using System.Globalization;
using System.Text;

namespace Sluice.Pipelines.Sources;

/// <summary>What a commit says of itself.</summary>
/// <param name="AuthorDate">When it was written.</param>
/// <param name="CommitterDate">When it was committed.</param>
/// <param name="Message">At most 100 KB of it in UTF-8.</param>
public sealed record CommitDetails(DateTimeOffset AuthorDate, DateTimeOffset CommitterDate, string Message)
{
    private const int LongestMessage = 100 * 1024;

    /// <summary>Reads git's commit object.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static CommitDetails Read(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf("\n\n"u8);
        var head = Encoding.UTF8.GetString(end < 0 ? content : content[..end]).Split('\n');
        var message = end < 0 ? default : content[(end + 2)..];
        return new CommitDetails(Time(head, "author "), Time(head, "committer "), Shortened(message));
    }

    /// <summary>The id of its tree.</summary>
    /// <exception cref="FormatException">It has none.</exception>
    internal static string TreeOf(ReadOnlySpan<byte> content)
    {
        const int Prefix = 5;
        return content.Length > Prefix + CommitIds.Length && content.StartsWith("tree "u8) ? Encoding.ASCII.GetString(content.Slice(Prefix, CommitIds.Length)) : throw new FormatException("The commit has no tree.");
    }

    /// <summary>The line ends in seconds and the zone: <c>Name &lt;mail&gt; 1700000000 +0100</c>.</summary>
    private static DateTimeOffset Time(string[] head, string name)
    {
        var parts = head.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(' ') ?? [];
        return parts.Length >= 2 && long.TryParse(parts[^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(Zone(parts[^1]))
            : throw new FormatException($"The commit does not say when it was made by its {name.Trim()}.");
    }

    private static TimeSpan Zone(string text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zone) && Math.Abs(zone) <= 1400
            ? TimeSpan.FromMinutes((zone / 100 * 60) + (zone % 100))
            : TimeSpan.Zero;

    private static string Shortened(ReadOnlySpan<byte> message)
    {
        var length = Math.Min(message.Length, LongestMessage);
        while (length > 0 && length < message.Length && (message[length] & 0xC0) == 0x80)
        {
            length--; // Not in the middle of a character.
        }

        return Encoding.UTF8.GetString(message[..length]).TrimEnd('\n');
    }
}
