using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Configurations;

/// <summary>Makes a deployment configuration, for servers unless said otherwise. It never changes.</summary>
public sealed class CreateDeploymentConfig(ConfigurationStore configurations, ComputePlatforms platforms, IIds ids, TimeProvider time)
    : IOperation<CreateDeploymentConfigInput, CreateDeploymentConfigOutput>
{
    /// <inheritdoc/>
    public async Task<CreateDeploymentConfigOutput> RunAsync(CreateDeploymentConfigInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var stepFaults = new List<string>();
        var platform = platforms.Of(input.ComputePlatform ?? ComputePlatforms.Unsaid);
        var configuration = new DeploymentConfiguration(input.DeploymentConfigName, ids.Uuid(), platform.Name)
        {
            CreateTime = time.GetUtcNow(),
            MinimumHealthyHosts = input.MinimumHealthyHosts,
            TrafficRoutingConfig = input.TrafficRoutingConfig,
            ZonalConfig = input.ZonalConfig,
            Steps = input.Steps is { } given ? ConfigurationSteps.Read(given, stepFaults) : null,
        };
        ConfigurationRules.Check(platform, configuration, stepFaults).Throw();
        await configurations.CreateAsync(configuration, cancellationToken);
        return new CreateDeploymentConfigOutput { DeploymentConfigId = configuration.DeploymentConfigId };
    }
}
