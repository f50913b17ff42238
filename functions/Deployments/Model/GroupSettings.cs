namespace Sluice.Deployments.Model;

/// <summary>
/// What a request may say of a group, and what the group then says of itself. A member that is null is not said; an empty list is said to be empty.
/// </summary>
public sealed record GroupSettings
{
    /// <summary>Which alarms end a deployment.</summary>
    public AlarmConfiguration? AlarmConfiguration { get; init; }

    /// <summary>When a deployment is rolled back.</summary>
    public AutoRollbackConfiguration? AutoRollbackConfiguration { get; init; }

    /// <summary>How a blue/green deployment waits and what becomes of the old side.</summary>
    public BlueGreenDeploymentConfiguration? BlueGreenDeploymentConfiguration { get; init; }

    /// <summary>The deployment configuration.</summary>
    public string? DeploymentConfigName { get; init; }

    /// <summary>In place or blue/green, with or without traffic control.</summary>
    public DeploymentStyle? DeploymentStyle { get; init; }

    /// <summary>Servers: EC2 instances by tags, any of these. Excludes <see cref="Ec2TagSet"/>.</summary>
    public IReadOnlyList<EC2TagFilter>? Ec2TagFilters { get; init; }

    /// <summary>Servers: EC2 instances by tags, any of each list. Excludes <see cref="Ec2TagFilters"/>.</summary>
    public EC2TagSet? Ec2TagSet { get; init; }

    /// <summary>ECS: the service.</summary>
    public IReadOnlyList<ECSService>? EcsServices { get; init; }

    /// <summary>The load balancer and its target groups.</summary>
    public LoadBalancerInfo? LoadBalancerInfo { get; init; }

    /// <summary>Servers: on-premises instances by tags, any of these. Excludes <see cref="OnPremisesTagSet"/>.</summary>
    public IReadOnlyList<TagFilter>? OnPremisesInstanceTagFilters { get; init; }

    /// <summary>Servers: on-premises instances by tags, any of each list. Excludes <see cref="OnPremisesInstanceTagFilters"/>.</summary>
    public OnPremisesTagSet? OnPremisesTagSet { get; init; }

    /// <summary><c>UPDATE</c> or <c>IGNORE</c>: what becomes of instances that start during a deployment.</summary>
    public OutdatedInstancesStrategy? OutdatedInstancesStrategy { get; init; }

    /// <summary>The role that CodeDeploy would act in.</summary>
    public string? ServiceRoleArn { get; init; }

    /// <summary>Whether instances run their hooks before an Auto Scaling group ends them.</summary>
    public bool? TerminationHookEnabled { get; init; }

    /// <summary>Which topics are told of what.</summary>
    public IReadOnlyList<TriggerConfig>? TriggerConfigurations { get; init; }

    /// <summary>Our addition: how canaries are judged, as the appspec's <c>Analysis</c> block in YAML or JSON.</summary>
    public string? Analysis { get; init; }

    /// <summary>Our addition: whether a deployment waits for the one before it, where it would be refused.</summary>
    public bool? QueueDeployments { get; init; }

    /// <summary>These settings with what others say of them instead.</summary>
    internal static GroupSettings Overlay(GroupSettings below, GroupSettings above) => new()
    {
        AlarmConfiguration = above.AlarmConfiguration ?? below.AlarmConfiguration,
        AutoRollbackConfiguration = above.AutoRollbackConfiguration ?? below.AutoRollbackConfiguration,
        BlueGreenDeploymentConfiguration = above.BlueGreenDeploymentConfiguration ?? below.BlueGreenDeploymentConfiguration,
        DeploymentConfigName = above.DeploymentConfigName ?? below.DeploymentConfigName,
        DeploymentStyle = above.DeploymentStyle ?? below.DeploymentStyle,
        Ec2TagFilters = above.Ec2TagFilters ?? below.Ec2TagFilters,
        Ec2TagSet = above.Ec2TagSet ?? below.Ec2TagSet,
        EcsServices = above.EcsServices ?? below.EcsServices,
        LoadBalancerInfo = above.LoadBalancerInfo ?? below.LoadBalancerInfo,
        OnPremisesInstanceTagFilters = above.OnPremisesInstanceTagFilters ?? below.OnPremisesInstanceTagFilters,
        OnPremisesTagSet = above.OnPremisesTagSet ?? below.OnPremisesTagSet,
        OutdatedInstancesStrategy = above.OutdatedInstancesStrategy ?? below.OutdatedInstancesStrategy,
        ServiceRoleArn = above.ServiceRoleArn ?? below.ServiceRoleArn,
        TerminationHookEnabled = above.TerminationHookEnabled ?? below.TerminationHookEnabled,
        TriggerConfigurations = above.TriggerConfigurations ?? below.TriggerConfigurations,
        Analysis = above.Analysis ?? below.Analysis,
        QueueDeployments = above.QueueDeployments ?? below.QueueDeployments,
    };
}
