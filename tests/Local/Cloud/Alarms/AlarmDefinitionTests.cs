using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>What is defined is kept, described, paged and deleted, and what cannot be evaluated is refused.</summary>
public sealed class AlarmDefinitionTests : AlarmServiceWorld
{
    [Fact]
    public void States_and_definitions_survive_a_restart_and_a_changed_definition_keeps_its_state() => Time.Run(async () =>
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
    public void A_state_set_by_hand_is_an_event_and_lasts_until_the_next_evaluation() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        await CallAsync(alarms, "setAlarmState", new { AlarmName = "release-1", StateValue = "ALARM", StateReason = "by hand" });
        Events.All.Count.ShouldBe(1);

        await Task.Delay(TimeSpan.FromSeconds(1), Time);

        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
    });

    [Fact]
    public void Alarms_are_described_and_deleted_by_name() => Time.Run(async () =>
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
    public void Alarms_are_described_page_by_page() => Time.Run(async () =>
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
    public void An_alarm_that_cannot_be_watched_any_more_keeps_none_of_the_others_from_being_watched() => Time.Run(async () =>
    {
        await using (var alarms = Start())
        {
            await PutAsync(alarms, ErrorRate("release-1", "2"));
            await PutAsync(alarms, ErrorRate("release-2", "2"));
        }

        var path = Directory.GetFiles(Folder).Single(file => File.ReadAllText(file).Contains("release-1", StringComparison.Ordinal));
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
    public void A_definition_that_cloudwatch_or_this_machine_cannot_evaluate_is_refused(string change, string named) => Time.Run(async () =>
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
}
