using System.Text.Json.Nodes;

namespace Sluice.World.Machines.Cloud;

/// <summary>CloudWatch's alarms; their states are set by the tests.</summary>
internal sealed class FakeCloudWatch
{
    public Dictionary<string, string> Metric { get; } = [];

    public Dictionary<string, string> Composite { get; } = [];

    public List<JsonObject> Put { get; } = [];

    /// <summary>What GetMetricData answers: a metric's value for a version in the n-th period that is asked for; null for no value.</summary>
    public Func<string, string, int, double?> Series { get; set; } = (_, _, _) => null;

    /// <summary>The requests to the new version since a step that began then, and how many of them failed; null if CloudWatch cannot say.</summary>
    public Func<DateTimeOffset, (long Requests, long Failed)?> Counts { get; set; } = _ => (10, 0);

    /// <summary>How many values are behind a version's value of a period; all of them are the same.</summary>
    public Func<string, double> Behind { get; set; } = _ => 50;

    public JsonNode Call(string operation, JsonNode parameters)
    {
        switch (operation)
        {
            case "putMetricAlarm":
                Put.Add((JsonObject)parameters.DeepClone());
                Metric.TryAdd((string)parameters["AlarmName"]!, "INSUFFICIENT_DATA");
                return new JsonObject();
            case "deleteAlarms":
                foreach (var name in (JsonArray)parameters["AlarmNames"]!)
                {
                    Metric.Remove((string)name!);
                }

                return new JsonObject();
            case "describeAlarms":
                var names = ((JsonArray)parameters["AlarmNames"]!).Select(name => (string)name!).ToHashSet();
                names.ShouldNotBeEmpty("an empty list means all alarms of the account");
                return new JsonObject { ["MetricAlarms"] = Describe(Metric, names), ["CompositeAlarms"] = Describe(Composite, names) };
            case "getMetricData":
                return new JsonObject { ["MetricDataResults"] = new JsonArray([.. ((JsonArray)parameters["MetricDataQueries"]!).Select(query => Read(query!, parameters))]) };
            default:
                throw new InvalidOperationException(operation);
        }
    }

    private JsonObject Read(JsonNode query, JsonNode parameters)
    {
        var stat = query["MetricStat"]!;
        if ((string)query["Id"]! is var id && id.StartsWith("step_", StringComparison.Ordinal))
        {
            return Count(id, (string)parameters["StartTime"]!);
        }

        var metric = stat["Metric"]!;
        var (start, end) = (DateTimeOffset.Parse((string)parameters["StartTime"]!), DateTimeOffset.Parse((string)parameters["EndTime"]!));
        var version = (string)((JsonArray)metric["Dimensions"]!).Single(dimension => (string)dimension!["Name"]! is "ExecutedVersion" or "TargetGroup")!["Value"]!;
        var period = (int)stat["Period"]!;
        var points = Enumerable.Range(0, (int)(end - start).TotalSeconds / period)
            .Select(index => (Time: start.AddSeconds(index * period), Value: Statistic((string)stat["Stat"]!, version, Series((string)metric["MetricName"]!, version, index))))
            .Where(point => point.Value is not null)
            .ToList();
        return new JsonObject
        {
            ["Id"] = (string)query["Id"]!,
            ["StatusCode"] = "Complete",
            ["Timestamps"] = new JsonArray([.. points.Select(point => (JsonNode)point.Time.ToString("yyyy-MM-ddTHH:mm:ssZ"))]),
            ["Values"] = new JsonArray([.. points.Select(point => (JsonNode)point.Value!.Value)]),
        };
    }

    private JsonObject Count(string id, string start) => Counts(DateTimeOffset.Parse(start)) is { } counts
        ? new JsonObject { ["Id"] = id, ["StatusCode"] = "Complete", ["Timestamps"] = new JsonArray(start), ["Values"] = new JsonArray(id == "step_failed" ? counts.Failed : counts.Requests) }
        : new JsonObject { ["Id"] = id, ["StatusCode"] = "InternalError", ["Timestamps"] = new JsonArray(), ["Values"] = new JsonArray() };

    private double? Statistic(string stat, string version, double? value) => value is null ? null
        : stat == "SampleCount" ? Behind(version)
        : stat.StartsWith("TC(", StringComparison.Ordinal) ? IsWithin(stat[3..^1].Split(':'), value.Value) ? Behind(version) : 0
        : value;

    private static bool IsWithin(string[] bounds, double value) =>
        (bounds[0].Length == 0 || value > double.Parse(bounds[0])) && (bounds[1].Length == 0 || value <= double.Parse(bounds[1]));

    private static JsonArray Describe(Dictionary<string, string> alarms, HashSet<string> names) =>
        new([.. alarms.Where(alarm => names.Contains(alarm.Key)).Select(alarm => new JsonObject
        {
            ["AlarmName"] = alarm.Key,
            ["StateValue"] = alarm.Value,
            ["StateReason"] = "Threshold Crossed",
        })]);
}
