using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines;
using Sluice.Platform.Ids;

namespace Sluice.Local.Tests.Cloud.Alarms;

public sealed class AlarmServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-alarms-").FullName;
    private readonly VirtualTime _time = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, 300, TimeSpan.Zero));
    private readonly RecordingEvents _events = new();
    private readonly MetricStore _metrics;
    private readonly LambdaMetrics _lambda;

    public AlarmServiceTests()
    {
        _metrics = new MetricStore(_time);
        _lambda = new LambdaMetrics(_metrics, _time);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_error_rate_over_the_threshold_is_an_event_at_the_end_of_its_second() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("2", errors: 3, good: 7);

        await Task.Delay(TimeSpan.FromMilliseconds(750), _time);

        var detail = _events.All.ShouldHaveSingleItem()["detail"]!;
        ((string?)detail["alarmName"]).ShouldBe("release-1");
        ((string?)detail["state"]!["value"]).ShouldBe("ALARM");
        ((string?)detail["previousState"]!["value"]).ShouldBe("INSUFFICIENT_DATA");
        ((string?)detail["state"]!["timestamp"]).ShouldBe("2026-01-01T12:00:01.010+0000");
        ((string)detail["state"]!["reason"]!).ShouldBe(
            "Threshold Crossed: 1 out of the last 1 datapoint [30.0 (01/01/26 12:00:00)] was greater than the threshold (5.0) (minimum 1 datapoint for INSUFFICIENT_DATA -> ALARM transition).");
        ((string?)_events.All.First()["source"]).ShouldBe("aws.cloudwatch");
        ((string?)_events.All.First()["detail-type"]).ShouldBe("CloudWatch Alarm State Change");
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Fact]
    public void Errors_of_another_version_or_of_too_few_requests_do_not_count() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("1", errors: 10, good: 0);
        Invoke("2", errors: 4, good: 0);

        await Task.Delay(TimeSpan.FromSeconds(3), _time);

        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
    });

    [Fact]
    public void An_alarm_ends_when_traffic_does_and_missing_data_is_not_breaching() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("2", errors: 10, good: 0);

        await Task.Delay(TimeSpan.FromSeconds(10), _time);

        _events.All.Select(happened => (string?)happened["detail"]!["state"]!["value"]).ShouldBe(["ALARM", "OK"]);
    });

    [Fact]
    public void States_and_definitions_survive_a_restart_and_a_changed_definition_keeps_its_state() => _time.Run(async () =>
    {
        await using (var alarms = Start())
        {
            await PutAsync(alarms, ErrorRate("release-1", "2"));
            await CallAsync(alarms, "setAlarmState", new { AlarmName = "release-1", StateValue = "ALARM", StateReason = "by hand" });
        }

        await using var again = Start();
        await PutAsync(again, ErrorRate("release-1", "3"));

        (await StateAsync(again, "release-1")).ShouldBe("ALARM");
    });

    [Fact]
    public void A_state_set_by_hand_is_an_event_and_lasts_until_the_next_evaluation() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        await CallAsync(alarms, "setAlarmState", new { AlarmName = "release-1", StateValue = "ALARM", StateReason = "by hand" });
        _events.All.Count.ShouldBe(1);

        await Task.Delay(TimeSpan.FromSeconds(1), _time);

        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
    });

    [Fact]
    public void Alarms_are_described_and_deleted_by_name() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("a", "2"));
        await PutAsync(alarms, ErrorRate("b", "2"));

        var described = await CallAsync(alarms, "describeAlarms", new { AlarmNames = new[] { "b", "nobody" }, AlarmTypes = new[] { "MetricAlarm", "CompositeAlarm" } });
        var composite = await CallAsync(alarms, "describeAlarms", new { AlarmTypes = new[] { "CompositeAlarm" } });
        var unknown = await Should.ThrowAsync<TaskFailedException>(() => CallAsync(alarms, "deleteAlarms", new { AlarmNames = new[] { "a", "nobody" } }));
        await CallAsync(alarms, "deleteAlarms", new { AlarmNames = new[] { "a" } });

        described["MetricAlarms"]!.AsArray().Select(alarm => (string?)alarm!["AlarmName"]).ShouldBe(["b"]);
        described["CompositeAlarms"]!.AsArray().ShouldBeEmpty();
        composite["MetricAlarms"]!.AsArray().ShouldBeEmpty();
        unknown.Error.ShouldBe("CloudWatch.ResourceNotFoundException");
        alarms.All.Select(alarm => alarm.Name).ShouldBe(["b"]);
    });

    [Fact]
    public void An_alarm_on_one_metric_judges_its_statistic() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, JsonSerializer.SerializeToNode(new
        {
            AlarmName = "queue",
            Namespace = "Shop",
            MetricName = "Waiting",
            Dimensions = new[] { new { Name = "Queue", Value = "orders" } },
            Statistic = "Maximum",
            Period = 10,
            EvaluationPeriods = 2,
            Threshold = 100,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
        })!);
        foreach (var value in new[] { 5, 100, 7 })
        {
            await CallAsync(alarms, "putMetricData", new { Namespace = "Shop", MetricData = new[] { new { MetricName = "Waiting", Value = value, Dimensions = new[] { new { Name = "Queue", Value = "orders" } } } } });
            await Task.Delay(TimeSpan.FromSeconds(4), _time);
        }

        // One of two periods is known and breaching: that is no alarm yet, and it is one when the second is missing long enough.
        (await StateAsync(alarms, "queue")).ShouldBe("INSUFFICIENT_DATA");
        await Task.Delay(TimeSpan.FromSeconds(10), _time);
        (await StateAsync(alarms, "queue")).ShouldBe("ALARM");
    });

    [Theory]
    [InlineData("""{"EvaluationPeriods":0}""", "EvaluationPeriods")]
    [InlineData("""{"DatapointsToAlarm":2}""", "DatapointsToAlarm")]
    [InlineData("""{"ComparisonOperator":"GreaterThanUpperThreshold"}""", "ComparisonOperator")]
    [InlineData("""{"TreatMissingData":"bad"}""", "TreatMissingData")]
    [InlineData("""{"Threshold":null}""", "Threshold")]
    [InlineData("""{"Metrics":[{"Id":"e","Expression":"m1 + 1","ReturnData":true}]}""", "m1")]
    [InlineData("""{"Metrics":[{"Id":"Errors","Expression":"1"}]}""", "Errors")]
    [InlineData("""{"EvaluationPeriods":1000}""", "15 minutes")]
    [InlineData("""{"ThresholdMetricId":"band"}""", "ThresholdMetricId")]
    public void A_definition_that_cloudwatch_or_this_machine_cannot_evaluate_is_refused(string change, string named) => _time.Run(async () =>
    {
        await using var alarms = Start();
        var definition = ErrorRate("release-1", "2").AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            definition[name] = value?.DeepClone();
        }

        (await Should.ThrowAsync<TaskFailedException>(() => PutAsync(alarms, definition))).Cause.ShouldContain(named);
        alarms.All.ShouldBeEmpty();
    });

    [Fact]
    public void An_alarm_that_cannot_be_judged_keeps_no_other_from_being_judged() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, JsonNode.Parse(
            """
            {"AlarmName": "a-broken-one", "EvaluationPeriods": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanThreshold", "Namespace": "Custom", "MetricName": "Broken", "Period": 1, "Statistic": "Average"}
            """)!);
        await PutAsync(alarms, ErrorRate("release-2", "2"));
        for (var second = 0; second < 3; second++)
        {
            // No statistics that a client may send, and none that JSON can hold.
            _metrics.Record(MetricKey.Of("Custom", "Broken"), new StatisticSet(0, 0, double.NaN, double.NaN));
            Invoke("2", errors: second == 2 ? 10 : 0, good: 10);
            await Task.Delay(TimeSpan.FromSeconds(1), _time);
        }

        await Task.Delay(TimeSpan.FromSeconds(0.5), _time);

        (await StateAsync(alarms, "release-2")).ShouldBe("ALARM");
    });

    private AlarmService Start()
    {
        var alarms = new AlarmService(_folder, _metrics, _events, new CloudIdentity(), _time, new RandomIds(), NullLogger.Instance);
        alarms.Start();
        return alarms;
    }

    private void Invoke(string version, int errors, int good)
    {
        for (var request = 0; request < errors + good; request++)
        {
            _lambda.Invoked("shop", "live", version, failed: request < errors, milliseconds: 5);
        }
    }

    private static JsonNode ErrorRate(string name, string version) => JsonNode.Parse(
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

    private static string Stat(string id, string metric, string version) =>
        $$$"""
        {"Id": "{{{id}}}", "ReturnData": false, "MetricStat": {"Period": 1, "Stat": "Sum", "Metric": {"Namespace": "AWS/Lambda", "MetricName": "{{{metric}}}", "Dimensions": [
          {"Name": "FunctionName", "Value": "shop"}, {"Name": "Resource", "Value": "shop:live"}, {"Name": "ExecutedVersion", "Value": "{{{version}}}"}] } } }
        """;

    private static Task<JsonNode> PutAsync(AlarmService alarms, JsonNode definition) => CallAsync(alarms, "putMetricAlarm", definition);

    private static async Task<JsonNode> CallAsync(AlarmService alarms, string operation, object parameters)
    {
        var resource = $"arn:aws:states:::aws-sdk:cloudwatch:{operation}";
        var call = new TaskCall(resource, ServicePattern.RequestResponse, JsonSerializer.SerializeToNode(parameters), "arn:execution", "State");
        return (await alarms.Calls.Single(candidate => candidate.Resource == resource).CallAsync(call, CancellationToken.None))!;
    }

    private static async Task<string?> StateAsync(AlarmService alarms, string name) =>
        (string?)(await CallAsync(alarms, "describeAlarms", new { AlarmNames = new[] { name } }))["MetricAlarms"]![0]!["StateValue"];
}
