using Sluice.Local.Cloud.LoadBalancers.Storage;

namespace Sluice.Local.Cloud.LoadBalancers.Targets;

/// <summary>How checks change a target's state.</summary>
internal static class HealthRules
{
    // A new target is looked at more often than the interval says, so that a process that starts in a second is not waited for half a minute.
    private static readonly TimeSpan NewTargetInterval = TimeSpan.FromMilliseconds(500);

    /// <param name="health">What was known.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="check">The rules.</param>
    /// <param name="watched">For how long the target has been checked.</param>
    /// <param name="now">The time, for people.</param>
    public static TargetHealth After(TargetHealth health, ProbeResult result, HealthCheck check, TimeSpan watched, DateTimeOffset now) => (health.State, result.Reason) switch
    {
        (TargetStates.Initial, null) => Healthy(now),
        (TargetStates.Initial, _) => watched >= TimeToUnhealthy(check) ? Unhealthy(result, now) : health,
        (TargetStates.Healthy, null) => health with { Streak = 0 },
        (TargetStates.Healthy, _) => health.Streak + 1 >= check.UnhealthyThreshold ? Unhealthy(result, now) : health with { Streak = health.Streak + 1 },
        (TargetStates.Unhealthy, null) => health.Streak + 1 >= check.HealthyThreshold ? Healthy(now) : health with { Streak = health.Streak + 1 },
        (TargetStates.Unhealthy, _) => Unhealthy(result, health.Since),
        _ => health,
    };

    /// <summary>How long to wait before the next check.</summary>
    public static TimeSpan Pause(TargetHealth health, HealthCheck check)
    {
        var interval = TimeSpan.FromSeconds(check.IntervalSeconds);
        return health.State == TargetStates.Initial && interval > NewTargetInterval ? NewTargetInterval : interval;
    }

    /// <summary>A new target that passes no check is unhealthy when as much time has passed as that many checks take.</summary>
    private static TimeSpan TimeToUnhealthy(HealthCheck check) => TimeSpan.FromSeconds(check.IntervalSeconds * (check.UnhealthyThreshold - 1));

    private static TargetHealth Healthy(DateTimeOffset now) => new(TargetStates.Healthy, null, null, 0, now);

    private static TargetHealth Unhealthy(ProbeResult result, DateTimeOffset since) => new(TargetStates.Unhealthy, result.Reason, result.Description, 0, since);
}
