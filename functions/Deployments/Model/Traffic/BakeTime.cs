using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Deployments.Model.Traffic;

/// <summary>Times as people write them: <c>30s</c>, <c>5m</c>, <c>2h</c>.</summary>
internal static partial class BakeTime
{
    public const string Expected = "a time such as 30s, 5m or 2h";

    /// <summary>The seconds; null if it is no such time.</summary>
    public static int? Seconds(string text) => Form().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture) * Unit(match.Groups["unit"].Value)
        : null;

    public static string Text(int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(seconds % 3600 == 0 ? seconds / 3600 : seconds % 60 == 0 ? seconds / 60 : seconds)}{(seconds % 3600 == 0 ? 'h' : seconds % 60 == 0 ? 'm' : 's')}");

    private static int Unit(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        _ => 1,
    };

    [GeneratedRegex("^(?<amount>[0-9]{1,5})(?<unit>[smh])\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
