using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Rules;

/// <summary>What a user's configuration must keep to whose platform shifts traffic.</summary>
internal static class RoutingRules
{
    private const string Code = "InvalidTrafficRoutingConfigurationException";

    public static void Check(DeploymentConfiguration configuration, RequestFaults faults)
    {
        faults.Require(configuration.MinimumHealthyHosts is null, "InvalidMinimumHealthyHostValueException", "minimumHealthyHosts: is for the compute platform Server only");
        faults.Require(configuration.ZonalConfig is null, "InvalidZonalDeploymentConfigurationException", "zonalConfig: is for the compute platform Server only");
        var (routing, steps) = (configuration.TrafficRoutingConfig, configuration.Steps);
        faults.Require(routing is not null || steps is not null, Code, $"trafficRoutingConfig: is required for the compute platform {configuration.ComputePlatform}, or steps");
        faults.Require(routing is null || steps is null, Code, "trafficRoutingConfig, steps: one of them was expected, not both");
        faults.Add(Code, (routing?.Faults() ?? []).Select(fault => $"trafficRoutingConfig.{fault}"));
    }
}
