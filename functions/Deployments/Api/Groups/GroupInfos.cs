using Sluice.Deployments.Applications;
using Sluice.Deployments.Groups;
using Sluice.Deployments.Requests;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Groups as they are answered, with what their deployments left.</summary>
public sealed class GroupInfos(GroupActivities activities)
{
    internal async Task<DeploymentGroupInfo> OfAsync(Application application, DeploymentGroup group, CancellationToken cancellationToken)
    {
        var activity = await activities.ReadAsync(group.DeploymentGroupId, cancellationToken);
        var info = new DeploymentGroupInfo
        {
            ApplicationName = application.ApplicationName,
            DeploymentGroupId = group.DeploymentGroupId,
            DeploymentGroupName = group.DeploymentGroupName,
            ComputePlatform = group.ComputePlatform,
            AutoScalingGroups = [.. group.AutoScalingGroups.Select(name => new AutoScalingGroup(name))],
            TargetRevision = activity.TargetRevision,
            LastAttemptedDeployment = activity.LastAttempted,
            LastSuccessfulDeployment = activity.LastSuccessful,
        };
        return GroupSettings.Overlay(info, GroupAnswer.Of(group.Settings));
    }
}
