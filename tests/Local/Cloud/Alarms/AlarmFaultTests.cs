using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>What is recorded or defined never keeps an alarm from being judged.</summary>
public sealed class AlarmFaultTests : AlarmServiceWorld
{
    [Theory]
    [InlineData("Sum")]
    [InlineData("Average")]
    [InlineData("Maximum")]
    [InlineData("p99")]
    public void Whatever_is_recorded_is_judged_or_missing_and_stops_no_alarm(string statistic) => Time.Run(async () =>
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
            Metrics.Record(key, values);
            await Task.Delay(TimeSpan.FromSeconds(12), Time);
        }

        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(2), Time);

        Events.All.Where(happened => (string?)happened["detail"]!["alarmName"] == "release-1").Select(happened => (string?)happened["detail"]!["state"]!["value"]).ShouldContain("ALARM");
        (await CallAsync(alarms, "describeAlarms", new { }))["MetricAlarms"]!.AsArray().Count.ShouldBe(2);
    });

    [Fact]
    public void Expressions_that_read_each_other_many_times_are_each_computed_once() => Time.Run(async () =>
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

        await Task.Delay(TimeSpan.FromSeconds(2), Time);

        ((string?)Events.All.First()["detail"]!["state"]!["reason"]).ShouldNotBeNull().ShouldContain("datapoint");
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Fact]
    public void An_alarm_that_cannot_be_judged_keeps_no_other_from_being_judged() => Time.Run(async () =>
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
            Metrics.Record(MetricKey.Of("Custom", "Broken"), new StatisticSet(0, 0, double.NaN, double.NaN));
            Invoke("2", errors: second == 2 ? 10 : 0, good: 10);
            await Task.Delay(TimeSpan.FromSeconds(1), Time);
        }

        await Task.Delay(TimeSpan.FromSeconds(0.5), Time);

        (await StateAsync(alarms, "release-2")).ShouldBe("ALARM");
    });
}
