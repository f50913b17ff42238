using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Alarms;

/// <summary>Reads the requests to a new version from CloudWatch's answer to the query that counts them.</summary>
internal static class RequestCounter
{
    /// <summary>The query's id of all requests.</summary>
    public const string Requests = "step_requests";

    /// <summary>The query's id of those that failed.</summary>
    public const string Failed = "step_failed";

    /// <summary>The count; null if CloudWatch did not give one.</summary>
    public static RequestCount? Read(MetricDataAnswer answer) => answer.MetricDataResults is not { } results || results.Any(IsBroken)
        ? null
        : new RequestCount(Sum(results, Requests), Sum(results, Failed));

    /// <summary>Whether an answer is one to that query, and not to an analysis.</summary>
    public static bool IsAnsweredBy(MetricDataAnswer? answer) => answer?.MetricDataResults?.Any(result => result.Id is Requests or Failed) == true;

    private static bool IsBroken(MetricDataResult result) => result.StatusCode is not (null or "Complete");

    private static long Sum(IEnumerable<MetricDataResult> results, string id) => (long)Math.Round(
        results.Where(result => result.Id == id).SelectMany(result => result.Points()).Select(point => point.Value).Where(double.IsFinite).Sum());
}
