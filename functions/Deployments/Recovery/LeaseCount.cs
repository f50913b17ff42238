namespace Sluice.Deployments.Recovery;

/// <summary>How long a deployment has been silent, by what the sweeps counted.</summary>
/// <param name="LeaseUntil">The lease that was seen: another one was written since by a living execution.</param>
/// <param name="Seconds">How long the suite ran since that lease was written.</param>
internal sealed record LeaseCount(DateTimeOffset LeaseUntil, double Seconds)
{
    /// <summary>What a deployment of an earlier version of the suite is given, which did not say how long its lease is.</summary>
    private const long Unknown = 15 * 60;

    public bool IsOver(Deployment record) => Seconds > (record.LeaseSeconds ?? Unknown);
}
