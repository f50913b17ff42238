using System.Globalization;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Alarms;

/// <summary>What the requests to a new version tell, for people.</summary>
internal static class RequestText
{
    /// <summary>E.g. <c>33 % of version 3's requests failed (limit 5 %)</c>.</summary>
    public static string OverLimit(string version, double percent, decimal limit) => $"{Percent(percent, limit)} % of version {version}'s requests failed (limit {Number((double)limit)} %)";

    /// <summary>E.g. <c>0 of 14 requests to version 3 failed</c>.</summary>
    public static string Counted(string version, RequestCount count) =>
        $"{count.Failed} of {count.Requests} request{(count.Requests == 1 ? "" : "s")} to version {version} failed";

    /// <summary>E.g. <c>2 of the 5 requests that are needed came to version 3</c>.</summary>
    public static string TooFew(string version, RequestCount? count) => count is null
        ? $"the requests to version {version} could not be counted"
        : $"{count.Requests} of the {ErrorAlarm.FewestRequests} requests that are needed came to version {version}{(count.Failed > 0 ? $" ({count.Failed} failed)" : "")}";

    // What is over the limit must not look as if it were under it, nor some as if they were all.
    private static string Percent(double percent, decimal limit) =>
        percent >= 10 && Math.Floor(percent) >= (double)limit ? Number(Math.Floor(percent)) : Number(percent);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
