using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace Sluice.Local.Cloud.Events.Schedules;

/// <summary>
/// <c>cron(minutes hours day-of-month month day-of-week year)</c> in UTC, in which one of the days is <c>?</c>. It is the library's five fields with days of the week from 1 (SUN) to 7, and a year.
/// </summary>
internal sealed partial class CronSchedule(CronExpression expression, IReadOnlySet<int> years) : ScheduleExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    public static new CronSchedule? Read(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minutes, var hours, var day, var month, var weekday, var year]
            || (day == "?") == (weekday == "?")
            || WeekDays(weekday) is not { } days
            || Years(year) is not { } years)
        {
            return null;
        }

        return CronExpression.TryParse($"{minutes} {hours} {day} {month} {days}", CronFormat.Standard, out var expression) ? new CronSchedule(expression, years) : null;
    }

    public override DateTimeOffset? Next(DateTimeOffset from, DateTimeOffset after)
    {
        var at = after.UtcDateTime;
        while (expression.GetNextOccurrence(at) is { } next)
        {
            if (years.Contains(next.Year))
            {
                return new DateTimeOffset(next, TimeSpan.Zero);
            }

            if (years.Where(year => year > next.Year).DefaultIfEmpty().Min() is var year and > 0)
            {
                at = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1);
                continue;
            }

            return null;
        }

        return null;
    }

    /// <summary>AWS counts from 1, the library from 0. The number after <c>#</c> is a week, and the one after <c>/</c> a step.</summary>
    private static string? WeekDays(string field)
    {
        if (field == "L")
        {
            return "6";
        }

        var isSound = true;
        var days = Day().Replace(field, match =>
        {
            var day = int.Parse(match.Value, CultureInfo.InvariantCulture);
            isSound &= day is >= 1 and <= 7;
            return (day - 1).ToString(CultureInfo.InvariantCulture);
        });
        return isSound ? days : null;
    }

    private static HashSet<int>? Years(string field)
    {
        var years = new HashSet<int>();
        foreach (var part in field.Split(','))
        {
            if (Year().Match(part) is not { Success: true } match)
            {
                return null;
            }

            var isAll = match.Groups["all"].Success;
            var first = isAll ? FirstYear : Number(match.Groups["first"]) ?? FirstYear;
            var last = Number(match.Groups["last"]) ?? (isAll || match.Groups["step"].Success ? LastYear : first);
            var step = Number(match.Groups["step"]) ?? 1;
            if (first < FirstYear || last > LastYear || first > last || step < 1)
            {
                return null;
            }

            for (var year = first; year <= last; year += step)
            {
                years.Add(year);
            }
        }

        return years;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<![#/\d])\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:(?<all>\*)|(?<first>\d{4})(?:-(?<last>\d{4}))?)(?:/(?<step>\d{1,3}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
