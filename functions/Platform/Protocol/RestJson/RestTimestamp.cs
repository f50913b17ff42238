using System.Globalization;
using System.Text.Json;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Moments outside of bodies: as HTTP has dates in headers, else in ISO 8601, unless the model says otherwise.</summary>
internal static class RestTimestamp
{
    private const string HttpDate = "rfc822";
    private const string EpochSeconds = "unixTimestamp";

    /// <summary>Whether its text has a comma of its own.</summary>
    public static bool HasComma(Member member) => Format(member) == HttpDate;

    public static bool TryRead(Member member, string text, out DateTimeOffset moment) => Format(member) switch
    {
        HttpDate => TryReadExact(text, "r", out moment),
        EpochSeconds => TryReadSeconds(text, out moment),
        _ => TryReadExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", out moment),
    };

    public static string Of(Member member, DateTimeOffset moment) => Format(member) switch
    {
        HttpDate => moment.UtcDateTime.ToString("r", CultureInfo.InvariantCulture),
        EpochSeconds => WireTimestamp.Seconds(moment).ToString(CultureInfo.InvariantCulture),
        _ => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
    };

    private static string Format(Member member) => member.TimestampFormat ?? (member.Location is "header" or "headers" ? HttpDate : "iso8601");

    private static bool TryReadExact(string text, string format, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    private static bool TryReadSeconds(string text, out DateTimeOffset moment)
    {
        moment = default;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && WireTimestamp.TryRead(JsonSerializer.SerializeToElement(seconds), out moment);
    }
}
