using System.Text.Json;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What the machine got for a <see cref="MetricDataRequest"/>: the series, or the error that it gave up with.</summary>
public sealed record MetricDataAnswer(IReadOnlyList<MetricDataResult>? MetricDataResults, string? Error = null, string? Cause = null);

/// <summary>One series of <c>GetMetricData</c>'s answer.</summary>
/// <param name="Id">The query's.</param>
/// <param name="StatusCode">Complete, PartialData, InternalError or Forbidden.</param>
/// <param name="Timestamps">When the periods of the values begin.</param>
/// <param name="Values">Numbers; what is none in JSON is a text such as NaN.</param>
public sealed record MetricDataResult(string Id, string? StatusCode, IReadOnlyList<DateTimeOffset>? Timestamps, IReadOnlyList<JsonElement>? Values)
{
    /// <summary>The values by time. Times and values that have no counterpart are left out.</summary>
    internal IEnumerable<KeyValuePair<DateTimeOffset, double>> Points() =>
        (Timestamps ?? []).Zip(Values ?? [], (time, value) => KeyValuePair.Create(time, Number(value)));

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;
}
