using Sluice.Local.Cloud.Events.Schedules;

namespace Sluice.Local.Tests.Cloud.Events;

public sealed class ScheduleExpressionTests
{
    // A Thursday.
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("rate(1 minute)", "2026-01-01T00:01:00Z 2026-01-01T00:02:00Z")]
    [InlineData("rate(5 hours)", "2026-01-01T05:00:00Z 2026-01-01T10:00:00Z")]
    [InlineData("rate(1 day)", "2026-01-02T00:00:00Z 2026-01-03T00:00:00Z")]
    [InlineData("cron(0 10 * * ? *)", "2026-01-01T10:00:00Z 2026-01-02T10:00:00Z")]
    [InlineData("cron(15 12 * * ? *)", "2026-01-01T12:15:00Z 2026-01-02T12:15:00Z")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-01-01T18:00:00Z 2026-01-02T18:00:00Z 2026-01-05T18:00:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-01-01T08:00:00Z 2026-02-01T08:00:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "2026-01-01T00:15:00Z 2026-01-01T00:30:00Z")]
    [InlineData("cron(0/30 20-2 ? * MON-FRI *)", "2026-01-01T00:30:00Z 2026-01-01T01:00:00Z")]
    [InlineData("cron(0 9 ? * 1 *)", "2026-01-04T09:00:00Z 2026-01-11T09:00:00Z")]
    [InlineData("cron(0 9 ? * 2#1 *)", "2026-01-05T09:00:00Z 2026-02-02T09:00:00Z")]
    [InlineData("cron(0 9 ? * 6L *)", "2026-01-30T09:00:00Z 2026-02-27T09:00:00Z")]
    [InlineData("cron(0 9 ? * L *)", "2026-01-03T09:00:00Z 2026-01-10T09:00:00Z")]
    [InlineData("cron(0 9 L * ? *)", "2026-01-31T09:00:00Z 2026-02-28T09:00:00Z")]
    [InlineData("cron(0 9 3W * ? *)", "2026-01-02T09:00:00Z 2026-02-03T09:00:00Z")]
    [InlineData("cron(0 0 1 JAN ? 2027-2028)", "2027-01-01T00:00:00Z 2028-01-01T00:00:00Z -")]
    [InlineData("cron(0 0 1 JAN ? 2020/4)", "2028-01-01T00:00:00Z 2032-01-01T00:00:00Z")]
    public void It_is_due_when_EventBridge_says(string expression, string due)
    {
        var schedule = ScheduleExpression.Read(expression).ShouldNotBeNull();
        var times = new List<string>();
        DateTimeOffset? at = From;
        foreach (var _ in due.Split(' '))
        {
            at = schedule.Next(From, at!.Value);
            times.Add(at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") ?? "-");
        }

        string.Join(' ', times).ShouldBe(due);
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(1.5 hours)")]
    [InlineData("cron(0 10 * * * *)")]
    [InlineData("cron(0 10 ? * ? *)")]
    [InlineData("cron(0 10 * * ?)")]
    [InlineData("cron(0 9 ? * 0 *)")]
    [InlineData("cron(0 9 ? * 8 *)")]
    [InlineData("cron(0 25 * * ? *)")]
    [InlineData("cron(0 9 * * ? 1969)")]
    [InlineData("every minute")]
    public void What_EventBridge_does_not_take_is_no_schedule(string expression) => ScheduleExpression.Read(expression).ShouldBeNull();
}
