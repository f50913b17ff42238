namespace Sluice.Local.Cloud.Events.Schedules;

/// <summary>When a rule goes by the clock: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html.</summary>
internal abstract class ScheduleExpression
{
    private const string Cron = "cron(";
    private const string Rate = "rate(";

    /// <returns>Null if it is none.</returns>
    public static ScheduleExpression? Read(string text) => Inside(text, Rate) is { } rate ? RateSchedule.Read(rate) : Inside(text, Cron) is { } cron ? CronSchedule.Read(cron) : null;

    /// <summary>The first time after this one; null if there is none any more.</summary>
    /// <param name="from">From when a rate counts.</param>
    /// <param name="after">After when.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset from, DateTimeOffset after);

    private static string? Inside(string text, string kind) => text.StartsWith(kind, StringComparison.Ordinal) && text.EndsWith(')') ? text[kind.Length..^1] : null;
}
