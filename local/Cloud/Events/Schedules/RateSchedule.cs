using System.Globalization;

namespace Sluice.Local.Cloud.Events.Schedules;

/// <summary><c>rate(5 minutes)</c>: a whole number, and a unit that is plural unless the number is 1.</summary>
internal sealed class RateSchedule(TimeSpan period) : ScheduleExpression
{
    public static new RateSchedule? Read(string text)
    {
        if (text.Split(' ') is not [var number, var unit] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return null;
        }

        TimeSpan? one = (count == 1 ? unit + "s" : unit) switch
        {
            "minutes" => TimeSpan.FromMinutes(1),
            "hours" => TimeSpan.FromHours(1),
            "days" => TimeSpan.FromDays(1),
            _ => null,
        };
        return one is { } period ? new RateSchedule(period * count) : null;
    }

    public override DateTimeOffset? Next(DateTimeOffset from, DateTimeOffset after) => after < from ? from + period : from + (period * (((after - from).Ticks / period.Ticks) + 1));
}
