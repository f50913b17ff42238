using System.Globalization;

namespace Sluice.BuildRunner.Reports.Text;

/// <summary>Durations as tools write them, in nanoseconds. What is no duration counts as 0: a report is not lost for it.</summary>
internal static class Duration
{
    private const decimal NanoSeconds = 1_000_000_000;

    /// <param name="text">Seconds as <c>1.5</c>, <c>1,5</c>, <c>1,234.5</c>, <c>1e-3</c>, or nothing.</param>
    public static long OfSeconds(string? text) => Of(text, NanoSeconds);

    /// <param name="text">Milliseconds.</param>
    public static long OfMilliseconds(string? text) => Of(text, NanoSeconds / 1000);

    /// <param name="text"><c>00:00:01.2345678</c>, with days before it or not.</param>
    public static long OfClock(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero ? Of(span.Ticks * 100m) : 0;

    /// <param name="nanoSeconds">Any number.</param>
    public static long Of(decimal nanoSeconds) => nanoSeconds <= 0 ? 0 : nanoSeconds >= long.MaxValue ? long.MaxValue : (long)nanoSeconds;

    private static long Of(string? text, decimal unit)
    {
        if (string.IsNullOrWhiteSpace(text) || !double.TryParse(Plain(text.Trim()), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value > 0))
        {
            return 0;
        }

        return value >= 1e10 ? long.MaxValue : Of(decimal.Round((decimal)value * unit));
    }

    // Some write thousands with a comma, some the fraction, by the machine's language.
    private static string Plain(string text)
    {
        var comma = text.LastIndexOf(',');
        var isFraction = comma >= 0 && !text.Contains('.') && text.IndexOf(',') == comma && (text.Length - comma != 4 || text.StartsWith("0,", StringComparison.Ordinal));
        return isFraction ? text.Replace(',', '.') : text.Replace(",", "");
    }
}
