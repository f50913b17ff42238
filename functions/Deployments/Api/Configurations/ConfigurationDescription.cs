using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.Api.Configurations;

/// <summary>Configurations as they are answered.</summary>
internal static class ConfigurationDescription
{
    public static DeploymentConfigInfo Of(DeploymentConfiguration configuration) => new()
    {
        DeploymentConfigId = configuration.DeploymentConfigId,
        DeploymentConfigName = configuration.DeploymentConfigName,
        ComputePlatform = configuration.ComputePlatform,
        CreateTime = configuration.CreateTime,
        MinimumHealthyHosts = configuration.MinimumHealthyHosts,
        TrafficRoutingConfig = configuration.TrafficRoutingConfig,
        ZonalConfig = configuration.ZonalConfig,
        Steps = configuration.Steps is { } steps ? ConfigurationSteps.Of(steps) : null,
    };
}
