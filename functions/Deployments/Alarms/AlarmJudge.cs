using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Alarms;

/// <summary>Whether the alarms let a deployment go on.</summary>
internal static class AlarmJudge
{
    /// <summary>Asked for when no alarm is watched: an empty list of names would mean all alarms of the account.</summary>
    public const string NoAlarm = "sluice-no-alarm-is-watched";

    private const string NoData = "INSUFFICIENT_DATA";

    /// <summary>Why CloudWatch's silence ends the deployment; null if it answered, or if its silence is ignored.</summary>
    public static string? Unreadable(AlarmPolicy policy, AlarmsAnswer answer) =>
        answer.Error is null || policy.IgnoresPollFailure ? null : $"the alarms could not be read, so nothing would stop a bad version: {answer.Cause} ({answer.Error})";

    /// <summary>Why not; null if they do. An alarm that is not there stops a deployment, an alarm without data only if the policy wants that.</summary>
    public static string? Obstacle(AlarmPolicy policy, IReadOnlyList<string> watched, AlarmsAnswer answer, Func<AlarmDescription, string>? describe = null)
    {
        if (answer.Error is not null)
        {
            return null;
        }

        var states = States(answer);
        var missing = watched.Where(name => !states.Contains(name)).ToList();
        var firing = watched.SelectMany(name => states[name]).Where(alarm => alarm.StateValue == "ALARM").Select(describe ?? Firing).ToList();
        return firing.Count > 0 ? string.Join("; ", firing)
            : missing.Count > 0 ? $"CloudWatch knows no alarm '{string.Join("', '", missing)}', so nothing would stop a bad version"
            : policy.InsufficientData == InsufficientData.Stop && WithoutData(policy, answer) is { Count: > 0 } silent ? $"alarm '{string.Join("', '", silent)}' has no data, and the deployment is to stop then"
            : null;
    }

    /// <summary>Those of the configured alarms that have no data.</summary>
    public static IReadOnlyList<string> WithoutData(AlarmPolicy policy, AlarmsAnswer answer)
    {
        var states = States(answer);
        return [.. policy.Names.Where(name => states[name].Any(alarm => alarm.StateValue == NoData))];
    }

    public static string Firing(AlarmDescription alarm) =>
        $"alarm '{alarm.AlarmName}' is in ALARM{(string.IsNullOrWhiteSpace(alarm.StateReason) ? "" : $" ({alarm.StateReason})")}";

    private static ILookup<string, AlarmDescription> States(AlarmsAnswer answer) =>
        (answer.MetricAlarms ?? []).Concat(answer.CompositeAlarms ?? []).ToLookup(alarm => alarm.AlarmName, StringComparer.Ordinal);
}
