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
    public void An_alarm_on_all_requests_since_the_shift_fires_at_any_rate_and_silence_does_not_end_it() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, SinceShift("release-1", "2"));
        foreach (var failed in (bool[])[false, false, true, false])
        {
            _lambda.Invoked("shop", "live", "r1", "2", failed, milliseconds: 5);
            await Task.Delay(TimeSpan.FromSeconds(3), _time);
        }

        _events.All.ShouldBeEmpty();
        _lambda.Invoked("shop", "live", "r1", "2", failed: false, milliseconds: 5);
        await Task.Delay(TimeSpan.FromSeconds(30), _time);

        var state = _events.All.ShouldHaveSingleItem()["detail"]!["state"]!;
        ((string?)state["value"]).ShouldBe("ALARM");
        ((double?)JsonNode.Parse((string)state["reasonData"]!)!["recentDatapoints"]![0]).ShouldBe(20);
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
        described["MetricAlarms"]!.AsArray().Select(alarm => (string?)alarm!["AlarmName"]).ShouldBe(["b"]);
        described["CompositeAlarms"]!.AsArray().ShouldBeEmpty();
        composite["MetricAlarms"]!.AsArray().ShouldBeEmpty();
        unknown.Message.ShouldBe("CloudWatch.ResourceNotFoundException: There is no alarm nobody");
        alarms.All.Select(alarm => alarm.Name).ShouldBe(["b"]);
    });

    [Fact]
    public void Alarms_are_described_page_by_page() => _time.Run(async () =>
    {
        await using var alarms = Start();
        foreach (var name in new[] { "c", "a", "b" })
        {
            await PutAsync(alarms, ErrorRate(name, "2"));
        }

        var first = await CallAsync(alarms, "describeAlarms", new { MaxRecords = 2 });
        var second = await CallAsync(alarms, "describeAlarms", new { MaxRecords = 2, NextToken = (string?)first["NextToken"] });

        first["MetricAlarms"]!.AsArray().Select(alarm => (string?)alarm!["AlarmName"]).ShouldBe(["a", "b"]);
        second["MetricAlarms"]!.AsArray().Select(alarm => (string?)alarm!["AlarmName"]).ShouldBe(["c"]);
        second["NextToken"].ShouldBeNull();
    });

    [Fact]
    public void An_alarm_on_one_metric_judges_its_statistic() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, Waiting("queue", period: 10, evaluations: 2));
        foreach (var value in new[] { 5, 100, 7 })
        {
            await CallAsync(alarms, "putMetricData", WaitingNow(value));
            await Task.Delay(TimeSpan.FromSeconds(4), _time);
        }

        // One of two periods is known and breaching: that is no alarm yet, and it is one when the second is missing long enough.
        (await StateAsync(alarms, "queue")).ShouldBe("INSUFFICIENT_DATA");
        await Task.Delay(TimeSpan.FromSeconds(10), _time);
        (await StateAsync(alarms, "queue")).ShouldBe("ALARM");
    });

    /// <summary>CloudWatch's own example: a period of five minutes is judged at the end of each minute, over the five minutes before it.</summary>
    [Fact]
    public void An_alarm_of_five_minutes_fires_at_the_end_of_the_minute_in_which_its_window_crosses_the_threshold() => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, Waiting("queue", period: 300, evaluations: 1));
        await Task.Delay(TimeSpan.FromSeconds(65), _time);
        await CallAsync(alarms, "putMetricData", WaitingNow(100));

        await Task.Delay(TimeSpan.FromMinutes(1), _time);

        var states = _events.All.Select(happened => happened["detail"]!["state"]!).ToList();
        ((string?)states.ShouldHaveSingleItem()["value"]).ShouldBe("ALARM");
        ((string?)states[0]["timestamp"]).ShouldBe("2026-01-01T12:02:00.010+0000");
        ((string?)states[0]["reason"]).ShouldNotBeNull().ShouldContain("[100.0 (01/01/26 11:57:00)]");

        // While nothing newer comes it decides, as long as it is in the evaluation range of three periods.
        await Task.Delay(TimeSpan.FromMinutes(13), _time);
        (await StateAsync(alarms, "queue")).ShouldBe("ALARM");
        await Task.Delay(TimeSpan.FromMinutes(3), _time);
        (await StateAsync(alarms, "queue")).ShouldBe("INSUFFICIENT_DATA");
    });

    [Theory]
    [InlineData("Sum")]
    [InlineData("Average")]
    [InlineData("Maximum")]
    [InlineData("p99")]
    public void Whatever_is_recorded_is_judged_or_missing_and_stops_no_alarm(string statistic) => _time.Run(async () =>
    {
        await using var alarms = Start();
        var definition = Waiting("queue", period: 10, evaluations: 1).AsObject();
        definition.Remove("Statistic");
        definition[statistic[0] == 'p' ? "ExtendedStatistic" : "Statistic"] = statistic;
        await PutAsync(alarms, definition);
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        var key = MetricKey.Of("Shop", "Waiting", KeyValuePair.Create("Queue", "orders"));
        foreach (var values in new[] { new StatisticSet(0, 0, 0, 0), new StatisticSet(0, double.NaN, double.NaN, double.NaN), StatisticSet.Of(1e308), StatisticSet.Of(1e308), StatisticSet.Of(double.MaxValue, 2) })
        {
            _metrics.Record(key, values);
            await Task.Delay(TimeSpan.FromSeconds(12), _time);
        }

        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(2), _time);

        _events.All.Where(happened => (string?)happened["detail"]!["alarmName"] == "release-1").Select(happened => (string?)happened["detail"]!["state"]!["value"]).ShouldContain("ALARM");
        (await CallAsync(alarms, "describeAlarms", new { }))["MetricAlarms"]!.AsArray().Count.ShouldBe(2);
    });

    [Fact]
    public void Expressions_that_read_each_other_many_times_are_each_computed_once() => _time.Run(async () =>
    {
        await using var alarms = Start();
        var queries = new JsonArray(JsonNode.Parse("{" + Stat("e0", "Errors", "2").Trim().TrimStart('{'))!);
        for (var number = 1; number <= 10; number++)
        {
            queries.Add(new JsonObject { ["Id"] = $"e{number}", ["Expression"] = string.Join('+', Enumerable.Repeat($"e{number - 1}", 400)), ["ReturnData"] = number == 10 });
        }

        var definition = ErrorRate("release-1", "2").AsObject();
        definition["Metrics"] = queries;
        await PutAsync(alarms, definition);
        Invoke("2", errors: 1, good: 0);

        await Task.Delay(TimeSpan.FromSeconds(2), _time);

        ((string?)_events.All.First()["detail"]!["state"]!["reason"]).ShouldNotBeNull().ShouldContain("datapoint");
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Fact]
    public void An_alarm_that_cannot_be_watched_any_more_keeps_none_of_the_others_from_being_watched() => _time.Run(async () =>
    {
        await using (var alarms = Start())
        {
            await PutAsync(alarms, ErrorRate("release-1", "2"));
            await PutAsync(alarms, ErrorRate("release-2", "2"));
        }

        var path = Directory.GetFiles(_folder).Single(file => File.ReadAllText(file).Contains("release-1", StringComparison.Ordinal));
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"EvaluationPeriods\":1", "\"EvaluationPeriods\":2147483647", StringComparison.Ordinal));

        await using var again = Start();

        again.All.Select(alarm => alarm.Name).ShouldBe(["release-2"]);
        File.Exists(path).ShouldBeTrue();
    });

    [Theory]
    [InlineData("""{"EvaluationPeriods":0}""", "EvaluationPeriods")]
    [InlineData("""{"EvaluationPeriods":2147483647}""", "EvaluationPeriods")]
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

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    [InlineData(24 * 3600)]
    public void Alarms_are_judged_at_once_after_the_clock_was_set(int moved) => _time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        await Task.Delay(TimeSpan.FromSeconds(5), _time);

        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);

        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
        ((string)_events.All.Last()["detail"]!["state"]!["timestamp"]!).ShouldStartWith($"{_time.GetUtcNow():yyyy-MM-dd'T'HH:mm}");

        // And the same when the clock is right again: what was counted at a time that is to come once more is not taken for new.
        _time.MoveWallClock(TimeSpan.FromSeconds(-moved));
        await Task.Delay(TimeSpan.FromSeconds(3), _time);
        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void What_was_counted_before_the_clock_was_set_counts_on(int moved) => _time.Run(async () =>
    {
        await using var alarms = Start();
        var definition = ErrorRate("release-1", "2");
        (definition["EvaluationPeriods"], definition["DatapointsToAlarm"]) = (3, 3);
        await PutAsync(alarms, definition);
        for (var second = 0; second < 3; second++)
        {
            if (second == 2)
            {
                _time.MoveWallClock(TimeSpan.FromSeconds(moved));
            }

            Invoke("2", errors: 10, good: 0);
            await Task.Delay(TimeSpan.FromSeconds(1), _time);
        }

        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
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
            _lambda.Invoked("shop", "live", null, version, failed: request < errors, milliseconds: 5);
        }
    }

    // As a deployment makes it for itself on one machine.
    private static JsonNode SinceShift(string name, string version) => JsonNode.Parse(
        $$"""
        {
          "AlarmName": "{{name}}", "EvaluationPeriods": 1, "DatapointsToAlarm": 1, "Threshold": 5, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "TreatMissingData": "ignore",
          "Namespace": "Sluice/Lambda", "MetricName": "FailedPercentSinceShift", "Statistic": "Maximum", "Period": 1,
          "Dimensions": [{"Name": "FunctionName", "Value": "shop"}, {"Name": "Resource", "Value": "shop:live"}, {"Name": "ExecutedVersion", "Value": "{{version}}"}]
        }
        """)!;

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

    private static JsonNode Waiting(string name, int period, int evaluations) => JsonSerializer.SerializeToNode(new
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

    private static object WaitingNow(int value) =>
        new { Namespace = "Shop", MetricData = new[] { new { MetricName = "Waiting", Value = value, Dimensions = new[] { new { Name = "Queue", Value = "orders" } } } } };

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
