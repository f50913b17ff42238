using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Alarms.Rules;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

/// <summary>Records all of a request's data, or none if any of it has a fault.</summary>
internal sealed class PutMetricData(MetricStore metrics, TimeProvider time) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:putMetricData";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, CloudWatchErrors.Unmodelled);
        if (MetricDataRules.Faults(input.Namespace, input.MetricData, time.GetUtcNow()).ToList() is { Count: > 0 } faults)
        {
            throw CloudWatchErrors.Refused(faults);
        }

        foreach (var datum in input.MetricData!)
        {
            Record(Key(input.Namespace, datum), datum);
        }

        return Task.FromResult<JsonNode?>(new JsonObject());
    }

    private static MetricKey Key(string ns, MetricDatumShape datum) =>
        MetricKey.Of(ns, datum.MetricName, (datum.Dimensions ?? []).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static IEnumerable<StatisticSet> Values(MetricDatumShape datum) => datum switch
    {
        { Value: { } value } => [StatisticSet.Of(value)],
        { StatisticValues: { } set } => [new StatisticSet(set.SampleCount, set.Sum, set.Minimum, set.Maximum)],
        _ => datum.Values!.Select((value, index) => StatisticSet.Of(value, datum.Counts is { Count: > 0 } counts ? counts[index] : 1)),
    };

    private void Record(MetricKey key, MetricDatumShape datum)
    {
        foreach (var values in Values(datum))
        {
            metrics.Record(key, values, datum.Timestamp);
        }
    }

    private sealed record Input(string Namespace, IReadOnlyList<MetricDatumShape>? MetricData);
}
