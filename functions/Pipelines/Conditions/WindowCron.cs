using System.Globalization;
using Cronos;

namespace Sluice.Pipelines.Conditions;

/// <summary>
/// When a deployment window is open: CodePipeline's cron expression of six or seven fields (seconds, minutes, hours, days of the month, months, days of the week from 1, which is Sunday, to 7, and years).
/// It is open in the minutes in which a moment fits.
/// </summary>
internal sealed class WindowCron
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366 * 8);
    private readonly CronExpression _cron;
    private readonly HashSet<int>? _years;
    private readonly TimeZoneInfo _zone;

    private WindowCron(CronExpression cron, HashSet<int>? years, TimeZoneInfo zone) => (_cron, _years, _zone) = (cron, years, zone);

    /// <exception cref="FormatException">It is no such expression, or no time zone; the message says what was expected.</exception>
    public static WindowCron Parse(string cron, string? zone)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is not (6 or 7))
        {
            throw new FormatException($"six or seven fields were expected (seconds, minutes, hours, days of the month, months, days of the week, years), not {fields.Length}");
        }

        try
        {
            var six = string.Join(' ', [.. fields[..5], DayNumbers(fields[5])]);
            return new WindowCron(CronExpression.Parse(six, CronFormat.IncludeSeconds), fields.Length == 7 ? Years(fields[6]) : null, Zone(zone));
        }
        catch (CronFormatException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>How long it is until the window is open; zero if it is, null if it never will be.</summary>
    public TimeSpan? Until(DateTimeOffset now)
    {
        var minute = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute));
        for (var from = minute; from < now + Farthest;)
        {
            if (_cron.GetNextOccurrence(from.UtcDateTime, _zone, inclusive: true) is not { } next)
            {
                return null;
            }

            var open = new DateTimeOffset(next, TimeSpan.Zero);
            if (_years is null || _years.Contains(TimeZoneInfo.ConvertTime(open, _zone).Year))
            {
                return open <= now || open < minute.AddMinutes(1) ? TimeSpan.Zero : open - now;
            }

            from = new DateTimeOffset(open.Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-2) is var near && near > open ? near : open.AddDays(1);
        }

        return null;
    }

    private static TimeZoneInfo Zone(string? zone)
    {
        try
        {
            return zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new FormatException($"'{zone}' is no time zone; expected one such as Europe/Berlin or UTC", e);
        }
    }

    /// <summary>Here days are counted from 1, in Cronos from 0. Names and what follows a '/' or '#' are no days.</summary>
    private static string DayNumbers(string field) => string.Join(',', field.Split(',').Select(part =>
    {
        var end = part.IndexOfAny(['/', '#']);
        var (days, rest) = end < 0 ? (part, "") : (part[..end], part[end..]);
        return string.Join('-', days.Split('-').Select(DayNumber)) + rest;
    }));

    private static string DayNumber(string day)
    {
        var last = day.Length > 1 && day.EndsWith('L') ? "L" : "";
        var number = last.Length > 0 ? day[..^1] : day;
        return !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? day
            : value is >= 1 and <= 7 ? (value - 1).ToString(CultureInfo.InvariantCulture) + last
            : throw new FormatException($"days of the week are 1 (Sunday) to 7 or SUN to SAT, not '{day}'");
    }

    private static HashSet<int>? Years(string field)
    {
        if (field is "*" or "?")
        {
            return null;
        }

        var years = new HashSet<int>();
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') is [var before, var after] ? (before, Year(after)) : (part, 1);
            var (first, last) = range == "*" ? (1970, 2199) : range.Split('-') is [var from, var to] ? (Year(from), Year(to)) : part.Contains('/') ? (Year(range), 2199) : (Year(range), Year(range));
            for (var year = first; year <= last; year += Math.Max(1, step))
            {
                years.Add(year);
            }
        }

        return years;
    }

    private static int Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year <= 2199
        ? year
        : throw new FormatException($"'{text}' is no year; expected years up to 2199, lists (2026,2027), ranges (2026-2028) or *");
}
