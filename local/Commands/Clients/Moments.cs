using System.Globalization;

namespace Sluice.Local.Commands.Clients;

/// <summary>Moments for people.</summary>
internal static class Moments
{
    private const int DaysShown = 14;
    private const int HoursShown = 48;

    /// <summary>E.g. <c>5 s ago</c>, <c>3 min ago</c>, <c>2 h ago</c>, <c>4 d ago</c>, and the date if that is long ago.</summary>
    public static string Ago(DateTimeOffset? moment, DateTimeOffset now) => moment is not { } then ? "" : (now - then) switch
    {
        { TotalMinutes: < 1 } time => Of(Math.Max(0, time.TotalSeconds), "s ago"),
        { TotalHours: < 1 } time => Of(time.TotalMinutes, "min ago"),
        { TotalDays: < 1 } time => Of(time.TotalHours, "h ago"),
        { TotalDays: < DaysShown } time => Of(time.TotalDays, "d ago"),
        _ => then.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>E.g. <c>6 d left</c>, or in hours and less if that is soon. Nothing when the time is over.</summary>
    public static string Left(DateTimeOffset? moment, DateTimeOffset now) =>
        moment is not { } end ? "" : end - now is { TotalHours: >= HoursShown } time ? Of(time.TotalDays, "d left") : Durations.Left(end - now);

    /// <summary>The place's own time of day, with the date.</summary>
    public static string At(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } then ? TimeZoneInfo.ConvertTime(then, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    private static string Of(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(int)count} {unit}");
}
