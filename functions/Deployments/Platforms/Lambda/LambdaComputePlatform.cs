using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms.Rules;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What users make for functions. A group names none: the appspec does.</summary>
internal sealed class LambdaComputePlatform : IComputePlatform
{
    public ComputePlatform Name => ComputePlatform.Lambda;

    public IAppSpecResource Resource => LambdaResource.Instance;

    public IReadOnlyList<DeploymentConfiguration> Configurations { get; } = PredefinedConfigurations.For(ComputePlatform.Lambda, "CodeDeployDefault.Lambda");

    public string DefaultConfiguration => "CodeDeployDefault.LambdaAllAtOnce";

    public void Check(DeploymentConfiguration configuration, RequestFaults faults) => RoutingRules.Check(configuration, faults);

    public void Check(DeploymentGroup group, RequestFaults faults)
    {
        StyleRules.Check(group, faults);
        NoInstanceRules.Check(group, faults);
        LoadBalancerRules.Check(group.Settings, faults);
        faults.Require(group.Settings.LoadBalancerInfo is null, LoadBalancerRules.Code, "loadBalancerInfo: is for the compute platforms Server and ECS only");
        BlueGreenRules.Check(group, faults);
    }
}
