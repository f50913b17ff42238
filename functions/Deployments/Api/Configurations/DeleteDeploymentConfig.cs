using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Configurations;

/// <summary>Deletes a user's configuration that no group uses. As in CodeDeploy, one that is not there is no error.</summary>
public sealed class DeleteDeploymentConfig(ConfigurationStore configurations, KnownConfigurations predefined) : IOperation<DeleteDeploymentConfigInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DeleteDeploymentConfigInput input, OperationContext context, CancellationToken cancellationToken)
    {
        if (!predefined.IsStored(input.DeploymentConfigName))
        {
            throw ConfigurationErrors.IsPredefined(input.DeploymentConfigName);
        }

        await configurations.DeleteAsync(input.DeploymentConfigName, cancellationToken);
        return NoOutput.Value;
    }
}
