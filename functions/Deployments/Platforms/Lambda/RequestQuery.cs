using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Deployments.Alarms;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>The parameters of <c>GetMetricData</c> that count the new version's requests since a step began.</summary>
internal static class RequestQuery
{

    // A state's result may have 256 KiB, so a step of days is counted in longer periods.
    private const int MostPeriods = 500;
    private static readonly int[] _short = [1, 5, 10, 20, 30, 60];

    /// <param name="lambda">The function.</param>
    /// <param name="version">The new version; null if the alias has no other any more.</param>
    /// <param name="began">When the step was decided.</param>
    /// <param name="now">The time.</param>
    public static JsonObject Of(LambdaPlan lambda, string? version, DateTimeOffset began, DateTimeOffset now)
    {
        var period = Period(lambda.ErrorAlarm!.PeriodSeconds, (now - began).TotalSeconds);
        return new JsonObject
        {
            ["MetricDataQueries"] = new JsonArray(
                VersionMetric.Query(lambda, version, RequestCounter.Requests, "Invocations", period, returnsData: true),
                VersionMetric.Query(lambda, version, RequestCounter.Failed, "Errors", period, returnsData: true)),
            ["StartTime"] = Text(Start(began, period)),
            ["EndTime"] = Text(now.AddSeconds(1)),
            ["ScanBy"] = "TimestampAscending",
        };
    }

    // A minute that began before the step holds requests of before, such as those of a release of the same version that was rolled back. Of a second that does not matter.
    private static long Start(DateTimeOffset began, int period)
    {
        var whole = began.ToUnixTimeSeconds() / period * period;
        return period < 60 || DateTimeOffset.FromUnixTimeSeconds(whole) == began ? whole : whole + period;
    }

    private static int Period(int least, double seconds)
    {
        var needed = Math.Max(Math.Min(least, 60), (int)Math.Ceiling(seconds / MostPeriods));
        return _short.Where(period => period >= needed).DefaultIfEmpty((needed + 59) / 60 * 60).First();
    }

    private static string Text(long second) => Text(DateTimeOffset.FromUnixTimeSeconds(second));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
