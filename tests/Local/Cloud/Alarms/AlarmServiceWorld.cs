using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Ids;

namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>Alarms on a folder of their own and on virtual time, with the metrics of a function's versions.</summary>
public abstract class AlarmServiceWorld : IDisposable
{
    protected AlarmServiceWorld()
    {
        Metrics = new MetricStore(Time);
        Lambda = new LambdaMetrics(Metrics, Time);
    }

    protected string Folder { get; } = Directory.CreateTempSubdirectory("sluice-alarms-").FullName;

    private protected VirtualTime Time { get; } = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, 300, TimeSpan.Zero));

    private protected RecordingEvents Events { get; } = new();

    private protected MetricStore Metrics { get; }

    private protected LambdaMetrics Lambda { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected AlarmService Start()
    {
        var alarms = new AlarmService(Folder, Metrics, Events, new CloudIdentity(), Time, new RandomIds(), NullLogger.Instance);
        alarms.Start();
        return alarms;
    }

    private protected void Invoke(string version, int errors, int good)
    {
        for (var request = 0; request < errors + good; request++)
        {
            Lambda.Invoked("shop", "live", null, version, failed: request < errors, milliseconds: 5);
        }
    }

    // As a deployment makes it for itself on one machine.
    private protected static JsonNode SinceShift(string name, string version) => JsonNode.Parse(
        $$"""
        {
          "AlarmName": "{{name}}", "EvaluationPeriods": 1, "DatapointsToAlarm": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "TreatMissingData": "ignore",
          "Namespace": "Sluice/Lambda", "MetricName": "FailedPercentSinceShift", "Statistic": "Maximum", "Period": 1,
          "Dimensions": [{"Name": "FunctionName", "Value": "shop"}, {"Name": "Resource", "Value": "shop:live"}, {"Name": "ExecutedVersion", "Value": "{{version}}"}]
        }
        """)!;

    private protected static JsonNode ErrorRate(string name, string version) => JsonNode.Parse(
        $$"""
        {
          "AlarmName": "{{name}}", "EvaluationPeriods": 1, "DatapointsToAlarm": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching",
          "Metrics": [
            {"Id": "rate", "Expression": "IF(invocations >= 5, 100 * errors / invocations, 0)", "ReturnData": true},
            {{Stat("errors", "Errors", version)}},
            {{Stat("invocations", "Invocations", version)}}
          ]
        }
        """)!;

    private protected static JsonNode Waiting(string name, int period, int evaluations) => JsonSerializer.SerializeToNode(new
    {
        AlarmName = name,
        Namespace = "Shop",
        MetricName = "Waiting",
        Dimensions = new[] { new { Name = "Queue", Value = "orders" } },
        Statistic = "Maximum",
        Period = period,
        EvaluationPeriods = evaluations,
        Threshold = 100,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
    })!;

    private protected static object WaitingNow(int value) =>
        new { Namespace = "Shop", MetricData = new[] { new { MetricName = "Waiting", Value = value, Dimensions = new[] { new { Name = "Queue", Value = "orders" } } } } };

    private protected static string Stat(string id, string metric, string version) =>
        $$$"""
        {"Id": "{{{id}}}", "ReturnData": false, "MetricStat": {"Period": 1, "Stat": "Sum", "Metric": {"Namespace": "AWS/Lambda", "MetricName": "{{{metric}}}", "Dimensions": [
          {"Name": "FunctionName", "Value": "shop"}, {"Name": "Resource", "Value": "shop:live"}, {"Name": "ExecutedVersion", "Value": "{{{version}}}"}] } } }
        """;

    private protected static Task<JsonNode> PutAsync(AlarmService alarms, JsonNode definition) => CallAsync(alarms, "putMetricAlarm", definition);

    private protected static async Task<JsonNode> CallAsync(AlarmService alarms, string operation, object parameters)
    {
        var resource = $"arn:aws:states:::aws-sdk:cloudwatch:{operation}";
        var call = new TaskCall(resource, ServicePattern.RequestResponse, JsonSerializer.SerializeToNode(parameters), "arn:execution", "State");
        return (await alarms.Calls.Single(candidate => candidate.Resource == resource).CallAsync(call, CancellationToken.None))!;
    }

    private protected static async Task<string?> StateAsync(AlarmService alarms, string name) =>
        (string?)(await CallAsync(alarms, "describeAlarms", new { AlarmNames = new[] { name } }))["MetricAlarms"]![0]!["StateValue"];
}
