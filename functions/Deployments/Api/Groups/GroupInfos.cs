using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Groups as they are answered, with what their deployments left.</summary>
public sealed class GroupInfos(GroupActivities activities)
{
    internal async Task<DeploymentGroupInfo> OfAsync(Application application, DeploymentGroup group, CancellationToken cancellationToken)
    {
        var activity = await activities.ReadAsync(group.DeploymentGroupId, cancellationToken);
        var settings = GroupAnswer.Of(group.Settings);
        return new DeploymentGroupInfo
        {
            ApplicationName = application.ApplicationName,
            DeploymentGroupId = group.DeploymentGroupId,
            DeploymentGroupName = group.DeploymentGroupName,
            ComputePlatform = group.ComputePlatform,
            AutoScalingGroups = [.. group.AutoScalingGroups.Select(name => new AutoScalingGroup { Name = name })],
            TargetRevision = activity.TargetRevision,
            LastAttemptedDeployment = activity.LastAttempted,
            LastSuccessfulDeployment = activity.LastSuccessful,
            AlarmConfiguration = settings.AlarmConfiguration,
            AutoRollbackConfiguration = settings.AutoRollbackConfiguration,
            BlueGreenDeploymentConfiguration = settings.BlueGreenDeploymentConfiguration,
            DeploymentConfigName = settings.DeploymentConfigName,
            DeploymentStyle = settings.DeploymentStyle,
            Ec2TagFilters = settings.Ec2TagFilters,
            Ec2TagSet = settings.Ec2TagSet,
            EcsServices = settings.EcsServices,
            LoadBalancerInfo = settings.LoadBalancerInfo,
            OnPremisesInstanceTagFilters = settings.OnPremisesInstanceTagFilters,
            OnPremisesTagSet = settings.OnPremisesTagSet,
            OutdatedInstancesStrategy = settings.OutdatedInstancesStrategy,
            ServiceRoleArn = settings.ServiceRoleArn,
            TerminationHookEnabled = settings.TerminationHookEnabled,
            TriggerConfigurations = settings.TriggerConfigurations,
            Analysis = settings.Analysis,
            QueueDeployments = settings.QueueDeployments,
        };
    }
}
