namespace Sluice.Deployments.Runs;

/// <summary>What is kept of a group's last deployments.</summary>
internal static class LastDeployment
{
    public static LastDeploymentInfo Of(Deployment record) => new()
    {
        DeploymentId = record.DeploymentId,
        Status = record.ShownStatus(),
        EndTime = record.CompleteTime,
        CreateTime = record.CreateTime,
    };
}
