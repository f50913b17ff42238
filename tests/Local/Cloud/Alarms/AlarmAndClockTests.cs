namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>Somebody sets the clock, and alarms are judged on.</summary>
public sealed class AlarmAndClockTests : AlarmServiceWorld
{
    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    [InlineData(24 * 3600)]
    public void Alarms_are_judged_at_once_after_the_clock_was_set(int moved) => Time.Run(async () =>
    {
        await using var alarms = Start();
        await PutAsync(alarms, ErrorRate("release-1", "2"));
        await Task.Delay(TimeSpan.FromSeconds(5), Time);

        Time.MoveWallClock(TimeSpan.FromSeconds(moved));
        await Task.Delay(TimeSpan.FromSeconds(1), Time);
        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(1), Time);

        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
        ((string)Events.All.Last()["detail"]!["state"]!["timestamp"]!).ShouldStartWith($"{Time.GetUtcNow():yyyy-MM-dd'T'HH:mm}");

        // And the same when the clock is right again: what was counted at a time that is to come once more is not taken for new.
        Time.MoveWallClock(TimeSpan.FromSeconds(-moved));
        await Task.Delay(TimeSpan.FromSeconds(3), Time);
        (await StateAsync(alarms, "release-1")).ShouldBe("OK");
        Invoke("2", errors: 10, good: 0);
        await Task.Delay(TimeSpan.FromSeconds(1), Time);
        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void What_was_counted_before_the_clock_was_set_counts_on(int moved) => Time.Run(async () =>
    {
        await using var alarms = Start();
        var definition = ErrorRate("release-1", "2");
        (definition["EvaluationPeriods"], definition["DatapointsToAlarm"]) = (3, 3);
        await PutAsync(alarms, definition);
        for (var second = 0; second < 3; second++)
        {
            if (second == 2)
            {
                Time.MoveWallClock(TimeSpan.FromSeconds(moved));
            }

            Invoke("2", errors: 10, good: 0);
            await Task.Delay(TimeSpan.FromSeconds(1), Time);
        }

        (await StateAsync(alarms, "release-1")).ShouldBe("ALARM");
    });
}
