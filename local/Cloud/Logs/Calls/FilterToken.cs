using System.Globalization;
using System.Text;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Where a search of many streams goes on: behind an event.</summary>
/// <param name="Stream">The event's stream.</param>
/// <param name="Key">Its place there.</param>
internal sealed record FilterToken(string Stream, EventKey Key)
{
    /// <summary>Where a stream's events begin that come behind it: events of one time are in the order of their streams' names.</summary>
    public EventKey StartIn(string stream) => string.CompareOrdinal(stream, Stream) switch
    {
        < 0 => new EventKey(Key.Timestamp + 1, 0),
        0 => Key.Next,
        _ => new EventKey(Key.Timestamp, 0),
    };

    /// <summary>Null if it is none.</summary>
    public static FilterToken? Read(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 3) is [var timestamp, var sequence, var stream]
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && at < long.MaxValue && number < long.MaxValue
            ? new FilterToken(stream, new EventKey(at, number))
            : null;
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Key.Timestamp} {Key.Sequence} {Stream}")));
}
