namespace Sluice.Deployments.Runs;

/// <summary>What a deployment waits for, in words for people.</summary>
internal static class WaitText
{
    /// <summary>Null if it waits for nothing but time.</summary>
    public static string? Of(Deployment record) => record.Waiting()?.Kind switch
    {
        _ when record.Status == DeploymentStatus.Queued => "waits in the queue of its group until the deployments before it have ended",
        WaitKind.Pause => $"{Share(record)} of the traffic is on the new version; waits until {Until(record)} for ContinueDeployment or a stop",
        WaitKind.Ready => $"the replacement is ready and has no production traffic; waits until {Until(record)} for ContinueDeployment, and is stopped then",
        WaitKind.Termination => $"all traffic is moved; the original task set is ended at {Until(record)}, or at once by ContinueDeployment. Until then a stop gives everything back",
        WaitKind.Hook => $"waits until {record.Hook!.ExpiresAt:u} for the hook {record.Hook.FunctionName} ({record.Hook.Event}) to report",
        WaitKind.SteadyState when record.Progress?.Condition is { } condition && record.Deadline is { } deadline && record.Reached < record.Step =>
            $"waits until {deadline:u} for the replacement task set to be steady and healthy: {condition}",
        _ => null,
    };

    private static string Share(Deployment record) => FormattableString.Invariant($"{SeenTraffic.Percent(record, record.Shift?.Target):0.##} %");

    private static string Until(Deployment record) => $"{record.LeaseUntil - Lease.Slack:u}";
}
