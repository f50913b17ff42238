namespace Sluice.Local.Cloud.Alarms;

/// <summary>An alarm that is being evaluated.</summary>
/// <param name="Due">The end of the window that is evaluated next, in seconds.</param>
internal sealed record WatchedAlarm(AlarmRecord Record, AlarmPlan Plan, long Due)
{
    /// <summary>Whether its window has ended. It cannot end later than the one that runs now does: then the clock was set back.</summary>
    public bool IsDue(DateTimeOffset now) => Due <= now.ToUnixTimeSeconds() || Due > NextDue(Plan, now);

    /// <summary>When the plan is to be evaluated after <paramref name="now"/>.</summary>
    public static long NextDue(AlarmPlan plan, DateTimeOffset now) => ((now.ToUnixTimeSeconds() / plan.Cadence) + 1) * plan.Cadence;
}
