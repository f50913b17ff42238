using System.Globalization;

namespace Sluice.Packages.Rules;

/// <summary>Times and spans as rules are told. Pure.</summary>
internal static class RuleTimes
{
    private const int HoursOfDay = 24;

    public static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Span(int hours) => hours % HoursOfDay == 0 ? Counted(hours / HoursOfDay, "day") : Counted(hours, "hour");

    private static string Counted(int number, string one) => number == 1 ? $"1 {one}" : $"{number.ToString(CultureInfo.InvariantCulture)} {one}s";
}
