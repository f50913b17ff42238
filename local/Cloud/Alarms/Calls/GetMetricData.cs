using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

/// <summary>
/// Reads metrics and expressions over them, a value for each period in which there is one. Periods begin at multiples of their length; one counts if it begins before EndTime. All is in one
/// answer: there is no paging, and its members are refused.
/// </summary>
internal sealed class GetMetricData(MetricStore metrics) : IServiceCall
{
    private const int MostQueries = 500;
    private const string Ascending = "TimestampAscending";

    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:getMetricData";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, CloudWatchErrors.Unmodelled);
        Check(input);
        var (start, end) = metrics.Within(input.StartTime, input.EndTime);
        var ascending = input.ScanBy == Ascending;
        var set = new MetricQuerySet(input.MetricDataQueries);
        var results = input.MetricDataQueries.Where(MetricQuerySet.ReturnsData).Select(query => Result(query, Points(set, query.Id!, start, end, ascending)));
        return Task.FromResult<JsonNode?>(new JsonObject { ["MetricDataResults"] = new JsonArray([.. results]), ["Messages"] = new JsonArray() });
    }

    private static void Check(Input input)
    {
        if (input.MetricDataQueries.Count == 0)
        {
            throw CloudWatchErrors.Validation("The parameter MetricDataQueries is required.");
        }

        if (input.MetricDataQueries.Count > MostQueries)
        {
            throw CloudWatchErrors.Validation($"The collection MetricDataQueries must not have a size greater than {MostQueries}.");
        }

        if (input.StartTime >= input.EndTime)
        {
            throw CloudWatchErrors.Validation("The parameter StartTime must be less than the parameter EndTime.");
        }
    }

    private List<Datapoint> Points(MetricQuerySet set, string id, long start, long end, bool ascending)
    {
        var (period, compute) = (set.PeriodOf(id), set.Value(id));
        var points = new List<Datapoint>();
        for (var second = start / period * period; second < end; second += period)
        {
            if (compute(metrics, second) is { } value)
            {
                points.Add(new Datapoint(second, value));
            }
        }

        if (!ascending)
        {
            points.Reverse();
        }

        return points;
    }

    private static JsonNode Result(MetricQueryShape query, List<Datapoint> points) => new JsonObject
    {
        ["Id"] = query.Id,
        ["Label"] = query.Label ?? query.MetricStat?.Metric?.MetricName ?? query.Id,
        ["Timestamps"] = new JsonArray([.. points.Select(point => JsonValue.Create(AwsDate.InAnswer(DateTimeOffset.FromUnixTimeSeconds(point.Second))))]),
        ["Values"] = new JsonArray([.. points.Select(point => JsonValue.Create(point.Value!.Value))]),
        ["StatusCode"] = "Complete",
    };

    private sealed record Input(IReadOnlyList<MetricQueryShape> MetricDataQueries, DateTimeOffset StartTime, DateTimeOffset EndTime, string? ScanBy);
}
