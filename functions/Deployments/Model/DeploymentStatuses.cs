namespace Sluice.Deployments.Model;

/// <summary>CodeDeploy's words for how far a deployment is.</summary>
internal static class DeploymentStatuses
{
    /// <summary>Those of deployments that have not ended.</summary>
    public static readonly IReadOnlyList<DeploymentStatus> Active =
        [DeploymentStatus.Created, DeploymentStatus.Queued, DeploymentStatus.InProgress, DeploymentStatus.Baking, DeploymentStatus.Ready];

    /// <summary>The status to show. What a deployment waits for is known by the task that it has parked.</summary>
    public static DeploymentStatus ShownStatus(this Deployment record) =>
        record is not { Status: DeploymentStatus.InProgress, Stop: null } ? record.Status : record.Waiting()?.Kind switch
        {
            WaitKind.Pause or WaitKind.Ready => DeploymentStatus.Ready,
            WaitKind.FinalBake => DeploymentStatus.Baking,
            _ => record.Status,
        };
}
