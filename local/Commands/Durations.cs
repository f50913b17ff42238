using System.Globalization;

namespace Sluice.Local.Commands;

/// <summary>Times for people.</summary>
internal static class Durations
{
    /// <summary>E.g. <c>12 ms</c>, <c>4.2 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Show(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => Whole(time),
    };

    /// <summary>For what is shown while it goes on, e.g. <c>4 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Whole(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)time.TotalSeconds)} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    /// <summary>E.g. <c>4 s left</c>: a second that has begun is left. Nothing when the time is over.</summary>
    public static string Left(TimeSpan time) => time <= TimeSpan.Zero ? "" : $"{Whole(TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)))} left";
}
