using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Releases;

/// <summary>Reads times such as <c>30s</c>, <c>5m</c> and <c>1h</c>.</summary>
internal static partial class TimeOption
{
    private const int Longest = 48 * 3600;

    /// <summary>Seconds, at most two days.</summary>
    /// <exception cref="UsageException">The text is no such time.</exception>
    public static int Seconds(string option, string text) =>
        Form().Match(text) is { Success: true } match && Unit(match.Groups["unit"].Value) * int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) is <= Longest and var seconds
            ? seconds
            : throw new UsageException($"{option} {text}: expected a time of at most 48h, such as 0s, 30s or 5m.");

    private static int Unit(string unit) => unit switch { "h" => 3600, "m" => 60, _ => 1 };

    [GeneratedRegex(@"^(?<count>\d{1,5})(?<unit>[smh])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
