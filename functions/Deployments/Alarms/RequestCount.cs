using System.Text.Json.Serialization;
using Sluice.Deployments.Analysis.Querying;

namespace Sluice.Deployments.Alarms;

/// <summary>The requests to the new version since a step began.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Failed">How many of them failed.</param>
public sealed record RequestCount(long Requests, long Failed)
{
    /// <summary>The failed ones in percent.</summary>
    [JsonIgnore]
    public double Percent => Requests == 0 ? 0 : 100.0 * Failed / Requests;

    /// <summary>Of CloudWatch's answer; null if it did not give one.</summary>
    internal static RequestCount? Of(MetricDataAnswer answer) => answer.MetricDataResults is not { } results || results.Any(IsBroken)
        ? null
        : new RequestCount(Sum(results, RequestQuery.Requests), Sum(results, RequestQuery.Failed));

    private static bool IsBroken(MetricDataResult result) => result.StatusCode is not (null or "Complete");

    private static long Sum(IEnumerable<MetricDataResult> results, string id) => (long)Math.Round(
        results.Where(result => result.Id == id).SelectMany(result => result.Points()).Select(point => point.Value).Where(double.IsFinite).Sum());
}
