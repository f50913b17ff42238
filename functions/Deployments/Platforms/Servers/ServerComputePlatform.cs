using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms.Rules;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Platforms.Servers;

/// <summary>What users make for servers. It is kept; deployments to servers are not built yet.</summary>
internal sealed class ServerComputePlatform : IComputePlatform
{
    private static readonly DeploymentStyle InPlace = new() { DeploymentType = DeploymentType.IN_PLACE, DeploymentOption = DeploymentOption.WITHOUT_TRAFFIC_CONTROL };

    private static readonly BlueGreenDeploymentConfiguration BlueGreen = new()
    {
        DeploymentReadyOption = new DeploymentReadyOption { ActionOnTimeout = DeploymentReadyAction.CONTINUE_DEPLOYMENT, WaitTimeInMinutes = 0 },
        GreenFleetProvisioningOption = new GreenFleetProvisioningOption { Action = GreenFleetProvisioningAction.DISCOVER_EXISTING },
        TerminateBlueInstancesOnDeploymentSuccess = new BlueInstanceTerminationOption { Action = InstanceAction.KEEP_ALIVE, TerminationWaitTimeInMinutes = 0 },
    };

    public ComputePlatform Name => ComputePlatform.Server;

    public IAppSpecResource? Resource => null;

    public IReadOnlyList<DeploymentConfiguration> Configurations { get; } =
        [Healthy("OneAtATime", 99), Healthy("HalfAtATime", 50), Healthy("AllAtOnce", 0)];

    public string DefaultConfiguration => "CodeDeployDefault.OneAtATime";

    public bool HasInstances => true;

    public GroupSettings WithDefaults(GroupSettings settings)
    {
        var style = settings.DeploymentStyle ?? InPlace;
        return settings with
        {
            DeploymentStyle = style,
            BlueGreenDeploymentConfiguration = settings.BlueGreenDeploymentConfiguration ?? (style.DeploymentType == DeploymentType.BLUE_GREEN ? BlueGreen : null),
        };
    }

    public void Check(DeploymentConfiguration configuration, RequestFaults faults)
    {
        const string invalidRouting = "InvalidTrafficRoutingConfigurationException";
        faults.Require(configuration.MinimumHealthyHosts is not null, "InvalidMinimumHealthyHostValueException", "minimumHealthyHosts: is required for the compute platform Server");
        faults.Require(configuration.TrafficRoutingConfig is null, invalidRouting, "trafficRoutingConfig: is for the compute platforms Lambda and ECS only");
        faults.Require(configuration.Steps is null, invalidRouting, "steps: are for the compute platforms Lambda and ECS only");
    }

    public void Check(DeploymentGroup group, RequestFaults faults)
    {
        InstanceFilterRules.Check(group, faults);
        LoadBalancerRules.Check(group.Settings, faults);
        faults.Require(
            HasControl(group.Settings),
            LoadBalancerRules.Code,
            "loadBalancerInfo: the deploymentOption is WITH_TRAFFIC_CONTROL, so a load balancer in elbInfoList or a target group in targetGroupInfoList was expected");
        BlueGreenRules.Check(group, faults);
    }

    public IEnumerable<string> RevisionFaults(RevisionLocation revision) =>
        revision.RevisionType is RevisionLocationType.String or RevisionLocationType.AppSpecContent
            ? [$"revision.revisionType: {revision.RevisionType} is for the compute platforms Lambda and ECS only; expected S3 or GitHub"]
            : [];

    public ApiException Obstacle(string groupName) => new(
        CommonErrors.NotImplemented,
        $"The deployment group '{groupName}' is of servers, and deployments to servers are not built yet. Applications, groups and revisions for them are kept.");

    // A server's traffic can be controlled only where a load balancer has it.
    private static bool HasControl(GroupSettings settings) =>
        settings.DeploymentStyle?.DeploymentOption != DeploymentOption.WITH_TRAFFIC_CONTROL
        || settings.LoadBalancerInfo is { ElbInfoList: not null } or { TargetGroupInfoList: not null };

    private static DeploymentConfiguration Healthy(string name, int percent) => new($"{PredefinedConfigurations.Prefix}{name}", "", ComputePlatform.Server)
    {
        MinimumHealthyHosts = new MinimumHealthyHosts { Type = MinimumHealthyHostsType.FLEET_PERCENT, Value = percent },
    };
}
