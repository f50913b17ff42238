using System.Globalization;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Where to go on in a stream, in the form that CloudWatch's have: <c>f/</c> or <c>b/</c>, 56 digits, <c>/s</c>. The place is between two events, so one token leads to the same events for ever.</summary>
/// <param name="IsForward">Whether it leads to what is at the place and behind it; the other leads to what is before it.</param>
/// <param name="Place">The place.</param>
internal sealed record StreamToken(bool IsForward, EventKey Place)
{
    private const int TimeDigits = 37;
    private const int Length = 60;

    /// <summary>Null if it is none.</summary>
    public static StreamToken? Read(string text) => text.Length == Length && text[..2] is "f/" or "b/" && text.EndsWith("/s", StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(2, TimeDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
        && long.TryParse(text.AsSpan(2 + TimeDigits, Length - 4 - TimeDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        ? new StreamToken(text[0] == 'f', new EventKey(timestamp, sequence))
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsForward ? 'f' : 'b')}/{Place.Timestamp:D37}{Place.Sequence:D19}/s");
}
