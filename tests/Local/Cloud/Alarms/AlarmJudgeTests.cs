using Sluice.Local.Cloud.Alarms;

namespace Sluice.Local.Tests.Cloud.Alarms;

/// <summary>The tables of CloudWatch's guide, of its editions before and after the rule of premature alarms: 0 is not breaching, X is breaching, - is missing; the newest is on the right.</summary>
public sealed class AlarmJudgeTests
{
    [Theory]
    [InlineData(3, "0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - -", "INSUFFICIENT_DATA", null, "ALARM", "OK")]
    [InlineData(3, "0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "- - X - -", "ALARM", null, "ALARM", "OK")]
    [InlineData(3, "- - - - X", null, null, "ALARM", "OK")]
    [InlineData(3, "- - - X -", null, null, "ALARM", "OK")]
    [InlineData(3, "X - - - -", "ALARM", null, "ALARM", "OK")]
    [InlineData(3, "- X - - -", "ALARM", null, "ALARM", "OK")]
    [InlineData(3, "X - - - X", "ALARM", null, "ALARM", "OK")]
    [InlineData(3, "0 X - - -", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - X 0", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - X - 0", "OK", "OK", "OK", "OK")]
    [InlineData(2, "0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - X -", "ALARM", null, "ALARM", "OK")]
    [InlineData(2, "- - - - X", null, null, "ALARM", "OK")]
    [InlineData(2, "X - - - -", "ALARM", null, "ALARM", "OK")]
    [InlineData(2, "X - 0 - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "X X 0 0 0", "OK", "OK", "OK", "OK")]
    public void Decides_by_cloudwatchs_tables(int toAlarm, string data, string? missing, string? ignore, string? breaching, string? notBreaching)
    {
        Judge(toAlarm, data, "missing").ShouldBe(missing);
        Judge(toAlarm, data, "ignore").ShouldBe(ignore);
        Judge(toAlarm, data, "breaching").ShouldBe(breaching);
        Judge(toAlarm, data, "notBreaching").ShouldBe(notBreaching);
    }

    [Fact]
    public void Good_points_then_one_bad_then_silence_is_an_alarm_within_the_evaluation_range_and_insufficient_data_after_it() =>
        new[] { "0 0 0 0 X", "0 0 0 X -", "0 0 X - -", "0 X - - -", "X - - - -", "- - - - -" }.Select(data => Judge(3, data, "missing"))
            .ShouldBe(["OK", "OK", "OK", "OK", "ALARM", "INSUFFICIENT_DATA"]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(10, 10)]
    [InlineData(20, 10)]
    [InlineData(30, 10)]
    [InlineData(60, 60)]
    [InlineData(300, 60)]
    public void Is_judged_every_minute_or_every_ten_seconds_over_a_sliding_window(int period, int seconds) =>
        (Plan(3, 3, "missing") with { Period = period }).Cadence.ShouldBe(seconds);

    [Theory]
    [InlineData("GreaterThanThreshold", 5, false)]
    [InlineData("GreaterThanThreshold", 5.1, true)]
    [InlineData("GreaterThanOrEqualToThreshold", 5, true)]
    [InlineData("LessThanThreshold", 5, false)]
    [InlineData("LessThanThreshold", 4.9, true)]
    [InlineData("LessThanOrEqualToThreshold", 5, true)]
    public void Compares_with_the_threshold(string comparison, double value, bool breaching) =>
        (Plan(1, 1, "missing") with { Comparison = comparison, Threshold = 5 }).IsBreaching(value).ShouldBe(breaching);

    private static string? Judge(int toAlarm, string data, string treatment) => AlarmJudge.Judge(
        Plan(3, toAlarm, treatment),
        [.. data.Split(' ').Select(point => point switch { "0" => 0.0, "X" => 1.0, _ => (double?)null })]);

    private static AlarmPlan Plan(int evaluations, int toAlarm, string treatment) =>
        new(1, evaluations, toAlarm, "GreaterThanThreshold", 0.5, treatment, (_, _) => null);
}
