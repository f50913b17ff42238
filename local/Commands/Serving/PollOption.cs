using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Serving;

/// <summary>Reads <c>--poll 1m</c>: how often repositories on other hosts are asked.</summary>
internal static partial class PollOption
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <exception cref="UsageException">The text is no time, or a host would not bear it.</exception>
    public static TimeSpan Read(string text)
    {
        var match = Form().Match(text);
        var time = match.Success ? Unit(match.Groups["unit"].Value) * int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : TimeSpan.Zero;
        return time >= Shortest && time <= Longest ? time : throw new UsageException($"--poll {text}: expected a time of 5s to 24h, such as 30s or 5m.");
    }

    private static TimeSpan Unit(string unit) => TimeSpan.FromSeconds(unit switch { "h" => 3600, "m" => 60, _ => 1 });

    [GeneratedRegex(@"^(?<count>\d{1,5})(?<unit>[smh])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
