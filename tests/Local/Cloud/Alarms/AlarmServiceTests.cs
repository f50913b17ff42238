using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>Alarms are judged on what is counted, at the end of each window, and tell of each change.</summary>
public sealed class AlarmServiceTests : AlarmServiceWorld
{
    [Fact]
    public void An_error_rate_over_the_threshold_is_an_event_at_the_end_of_its_second() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("2", errors: 3, good: 7);

        await Task.Delay(TimeSpan.FromMilliseconds(750), Time);

        var detail = Events.All.ShouldHaveSingleItem()["detail"]!;
        ((string?)detail["alarmName"]).ShouldBe("release-1");
        ((string?)detail["state"]!["value"]).ShouldBe("ALARM");
        ((string?)detail["previousState"]!["value"]).ShouldBe("INSUFFICIENT_DATA");
        ((string?)detail["state"]!["timestamp"]).ShouldBe("2026-01-01T12:00:01.010+0000");
        ((string)detail["state"]!["reason"]!).ShouldBe(
            "Threshold Crossed: 1 out of the last 1 datapoint [30.0 (01/01/26 12:00:00)] was greater than the threshold (5.0) (minimum 1 datapoint for INSUFFICIENT_DATA -> ALARM transition).");
        ((string?)Events.All.First()["source"]).ShouldBe("aws.cloudwatch");
        ((string?)Events.All.First()["detail-type"]).ShouldBe("CloudWatch Alarm State Change");
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Fact]
    public void Errors_of_another_version_or_of_too_few_requests_do_not_count() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("1", errors: 10, good: 0);
        Invoke("2", errors: 4, good: 0);

        await Task.Delay(TimeSpan.FromSeconds(3), Time);

        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
    });

    [Fact]
    public void An_alarm_ends_when_traffic_does_and_missing_data_is_not_breaching() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        Invoke("2", errors: 10, good: 0);

        await Task.Delay(TimeSpan.FromSeconds(10), Time);

        Events.All.Select(happened => (string?)happened["detail"]!["state"]!["value"]).ShouldBe(["ALARM", "OK"]);
    });

    [Fact]
    public void An_alarm_on_all_requests_since_the_shift_fires_at_any_rate_and_silence_does_not_end_it() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, SinceShift("release-1", "2"));
        foreach (var failed in (bool[])[false, false, true, false])
        {
            Lambda.Invoked("shop", "live", "r1", "2", failed, milliseconds: 5);
            await Task.Delay(TimeSpan.FromSeconds(3), Time);
        }

        Events.All.ShouldBeEmpty();
        Lambda.Invoked("shop", "live", "r1", "2", failed: false, milliseconds: 5);
        await Task.Delay(TimeSpan.FromSeconds(30), Time);

        var state = Events.All.ShouldHaveSingleItem()["detail"]!["state"]!;
        ((string?)state["value"]).ShouldBe("ALARM");
        ((double?)JsonNode.Parse((string)state["reasonData"]!)!["recentDatapoints"]![0]).ShouldBe(20);
    });

    [Fact]
    public void An_alarm_on_one_metric_judges_its_statistic() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, Waiting("queue", period: 10, evaluations: 2));
        foreach (var value in new[] { 5, 100, 7 })
        {
            await CallAsync(alarms, "putMetricData", WaitingNow(value));
            await Task.Delay(TimeSpan.FromSeconds(4), Time);
        }

        // One of two periods is known and breaching: that is no alarm yet, and it is one when the second is missing long enough.
        (await StateAsync(alarms, "queue")).ShouldBe("INSUFFICIENT_DATA");
        await Task.Delay(TimeSpan.FromSeconds(10), Time);
        (await StateAsync(alarms, "queue")).ShouldBe("ALARM");
    });

    /// <summary>CloudWatch's own example: a period of five minutes is judged at the end of each minute, over the five minutes before it.</summary>

    [Fact]
    public void An_alarm_of_five_minutes_fires_at_the_end_of_the_minute_in_which_its_window_crosses_the_threshold() => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, Waiting("queue", period: 300, evaluations: 1));
        await Task.Delay(TimeSpan.FromSeconds(65), Time);
        await CallAsync(alarms, "putMetricData", WaitingNow(100));

        await Task.Delay(TimeSpan.FromMinutes(1), Time);

        var states = Events.All.Select(happened => happened["detail"]!["state"]!).ToList();
        ((string?)states.ShouldHaveSingleItem()["value"]).ShouldBe("ALARM");
        ((string?)states[0]["timestamp"]).ShouldBe("2026-01-01T12:02:00.010+0000");
        ((string?)states[0]["reason"]).ShouldNotBeNull().ShouldContain("[100.0 (01/01/26 11:57:00)]");

        // While nothing newer comes it decides, as long as it is in the evaluation range of three periods.
        await Task.Delay(TimeSpan.FromMinutes(13), Time);
        (await StateAsync(alarms, "queue")).ShouldBe("ALARM");
        await Task.Delay(TimeSpan.FromMinutes(3), Time);
        (await StateAsync(alarms, "queue")).ShouldBe("INSUFFICIENT_DATA");
    });
}
