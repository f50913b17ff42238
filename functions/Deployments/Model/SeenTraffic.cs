using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Model;

/// <summary>Where the traffic went when it was last seen, or set without anyone seeing otherwise.</summary>
internal static class SeenTraffic
{
    public static TrafficSplit? Of(Deployment record) => record switch
    {
        { Shift: null } => null,
        { Outcome: DeploymentOutcome.RolledBack or DeploymentOutcome.Failed } => record.Shift.Snapshot,
        { Intent: null } => record.Shift.Snapshot,
        _ when record.Known?.Step == record.Intent.Step => record.Intent.Traffic,
        _ => record.Intent.Before,
    };

    /// <summary>The percentage that one receiver gets.</summary>
    public static double Percent(Deployment record, string? receiver) =>
        receiver is not null && Of(record)?.Shares().TryGetValue(receiver, out var share) == true ? (double)(share * 100) : 0;
}
