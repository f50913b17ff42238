using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Model;

/// <summary>Which causes give the traffic back, and how.</summary>
/// <param name="OnFailure">A failed hook, or something that could not be done (<c>DEPLOYMENT_FAILURE</c>).</param>
/// <param name="OnAlarm">An alarm that is watched (<c>DEPLOYMENT_STOP_ON_ALARM</c>).</param>
/// <param name="OnRequest">Someone's wish to stop (<c>DEPLOYMENT_STOP_ON_REQUEST</c>).</param>
public sealed record RollbackPolicy(bool OnFailure, bool OnAlarm, bool OnRequest)
{
    private const string Failure = "DEPLOYMENT_FAILURE";
    private const string Alarm = "DEPLOYMENT_STOP_ON_ALARM";
    private const string Request = "DEPLOYMENT_STOP_ON_REQUEST";

    /// <summary>Traffic always goes back: the default, since it is never left half shifted unless that is asked for.</summary>
    public static RollbackPolicy Always { get; } = new(true, true, true);

    /// <summary>CodeDeploy's names of the three causes.</summary>
    public static IReadOnlyList<string> Events { get; } = [Failure, Alarm, Request];

    /// <summary>The shares that the new version keeps on the way back, falling; without any all traffic goes back at once.</summary>
    public IReadOnlyList<TrafficStep> Steps { get; init; } = [];

    /// <summary>By CodeDeploy's configuration: the deployment's own, else the group's.</summary>
    public static RollbackPolicy Of(AutoRollbackConfiguration? configuration) =>
        configuration is null ? Always : Of(configuration.Enabled ?? false ? [.. (configuration.Events ?? []).Select(name => name.ToString())] : (IReadOnlyList<string>?)null);

    /// <summary>By the names of causes; null is none at all.</summary>
    public static RollbackPolicy Of(IReadOnlyList<string>? events) =>
        events is null ? new RollbackPolicy(false, false, false)
        : events.Count == 0 ? Always
        : new RollbackPolicy(events.Contains(Failure), events.Contains(Alarm), events.Contains(Request));

    /// <summary>Whether this stop gives the traffic back. Who asks to stop may say so there.</summary>
    public bool Covers(Stop stop) => stop.Cause switch
    {
        StopCause.Alarm => OnAlarm,
        StopCause.Request => stop.Rollback ?? OnRequest,
        _ => OnFailure,
    };
}
