using Sluice.Deployments.ControlPlane.Groups;

namespace Sluice.Deployments.Api.Groups;

/// <summary>The settings that a request says.</summary>
internal static class AskedSettings
{
    public static GroupSettings Settings(this CreateDeploymentGroupInput input) => new()
    {
        AlarmConfiguration = input.AlarmConfiguration,
        AutoRollbackConfiguration = input.AutoRollbackConfiguration,
        BlueGreenDeploymentConfiguration = input.BlueGreenDeploymentConfiguration,
        DeploymentConfigName = input.DeploymentConfigName,
        DeploymentStyle = input.DeploymentStyle,
        Ec2TagFilters = input.Ec2TagFilters,
        Ec2TagSet = input.Ec2TagSet,
        EcsServices = input.EcsServices,
        LoadBalancerInfo = input.LoadBalancerInfo,
        OnPremisesInstanceTagFilters = input.OnPremisesInstanceTagFilters,
        OnPremisesTagSet = input.OnPremisesTagSet,
        OutdatedInstancesStrategy = input.OutdatedInstancesStrategy,
        ServiceRoleArn = input.ServiceRoleArn,
        TerminationHookEnabled = input.TerminationHookEnabled,
        TriggerConfigurations = input.TriggerConfigurations,
        Analysis = input.Analysis,
        QueueDeployments = input.QueueDeployments,
    };

    public static GroupSettings Settings(this UpdateDeploymentGroupInput input) => new()
    {
        AlarmConfiguration = input.AlarmConfiguration,
        AutoRollbackConfiguration = input.AutoRollbackConfiguration,
        BlueGreenDeploymentConfiguration = input.BlueGreenDeploymentConfiguration,
        DeploymentConfigName = input.DeploymentConfigName,
        DeploymentStyle = input.DeploymentStyle,
        Ec2TagFilters = input.Ec2TagFilters,
        Ec2TagSet = input.Ec2TagSet,
        EcsServices = input.EcsServices,
        LoadBalancerInfo = input.LoadBalancerInfo,
        OnPremisesInstanceTagFilters = input.OnPremisesInstanceTagFilters,
        OnPremisesTagSet = input.OnPremisesTagSet,
        OutdatedInstancesStrategy = input.OutdatedInstancesStrategy,
        ServiceRoleArn = input.ServiceRoleArn,
        TerminationHookEnabled = input.TerminationHookEnabled,
        TriggerConfigurations = input.TriggerConfigurations,
        Analysis = input.Analysis,
        QueueDeployments = input.QueueDeployments,
    };
}
