namespace Sluice.Local.Cloud.Alarms;

/// <summary>An alarm that is being evaluated.</summary>
/// <param name="Due">The end of the period that is evaluated next, in seconds.</param>
internal sealed record WatchedAlarm(AlarmRecord Record, AlarmPlan Plan, long Due)
{
    /// <summary>Whether its period has ended. It cannot end later than the one that runs now does: then the clock was set back.</summary>
    public bool IsDue(DateTimeOffset now) => Due <= now.ToUnixTimeSeconds() || Due > NextDue(Plan, now);

    /// <summary>The end of the period that runs at <paramref name="now"/>.</summary>
    public static long NextDue(AlarmPlan plan, DateTimeOffset now) => ((now.ToUnixTimeSeconds() / plan.Period) + 1) * plan.Period;
}
