using System.Text;

namespace Sluice.BuildRunner.Telling;

/// <summary>Cuts the next of a log into events, as many as the service takes at once.</summary>
internal sealed class LogBatch(LogSpool spool)
{
    // PutLogEvents takes a MiB with 26 bytes for each event, and 10,000 events; these leave room for bytes that are no text and become three.
    private const int MostBytes = 320 * 1024;
    private const int MostEvents = 5000;
    private const int LongestEvent = 80 * 1024;
    private readonly byte[] _buffer = new byte[MostBytes];

    /// <param name="from">Where in the log.</param>
    /// <param name="isOver">Whether nothing more comes: then what has no line end is a line, too.</param>
    /// <returns>The events and where the next begins.</returns>
    public (IReadOnlyList<LogEvent> Events, long Next) Take(long from, bool isOver)
    {
        var events = new List<LogEvent>();
        var count = spool.Read(from, _buffer);
        var at = 0;
        while (at < count && events.Count < MostEvents && LengthOf(_buffer.AsSpan(at, count - at), isOver || count == _buffer.Length) is > 0 and var length)
        {
            events.Add(new LogEvent(spool.TimeOf(from + at), Encoding.UTF8.GetString(_buffer, at, length)));
            at += length;
        }

        return (events, from + at);
    }

    /// <returns>0 if the line is not there whole yet.</returns>
    private static int LengthOf(ReadOnlySpan<byte> rest, bool mayBeCut)
    {
        var end = rest[..Math.Min(rest.Length, LongestEvent)].IndexOf((byte)'\n') + 1;
        return end > 0 ? end : rest.Length >= LongestEvent ? WholeCharacters(rest[..LongestEvent]) : mayBeCut ? rest.Length : 0;
    }

    private static int WholeCharacters(ReadOnlySpan<byte> text)
    {
        var length = text.Length;
        while (length > text.Length - 4 && (text[length - 1] & 0xC0) == 0x80)
        {
            length--;
        }

        return length > text.Length - 4 && text[length - 1] >= 0xC0 ? length - 1 : text.Length;
    }
}
