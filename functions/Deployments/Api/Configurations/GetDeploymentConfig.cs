using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Configurations;

/// <summary>Tells of a configuration: predefined, a user's, or one whose name says its steps.</summary>
public sealed class GetDeploymentConfig(ConfigurationStore configurations) : IOperation<GetDeploymentConfigInput, GetDeploymentConfigOutput>
{
    /// <inheritdoc/>
    public async Task<GetDeploymentConfigOutput> RunAsync(GetDeploymentConfigInput input, OperationContext context, CancellationToken cancellationToken) =>
        new()
        {
            DeploymentConfigInfo = ConfigurationDescription.Of(await configurations.GetAsync(input.DeploymentConfigName, cancellationToken)),
        };
}
