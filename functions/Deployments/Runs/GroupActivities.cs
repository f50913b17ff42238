using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>Reads what groups show of their deployments.</summary>
public sealed class GroupActivities(ITable table)
{
    /// <summary>The activity of a group; the deployment that goes on is shown as it is now.</summary>
    public async Task<GroupActivity> ReadAsync(string deploymentGroupId, CancellationToken cancellationToken = default)
    {
        var activity = (await table.GetAsync(ActivityKeys.Activity(deploymentGroupId), cancellationToken))?.Read<GroupActivity>() ?? new GroupActivity();
        return activity.ActiveDeploymentId is { } active
            && (await table.GetAsync(DeploymentKeys.Deployment(active), cancellationToken))?.Read<Deployment>() is { } record
            ? activity with { LastAttempted = LastDeployment.Of(record) }
            : activity;
    }
}
