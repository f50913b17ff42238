using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Configurations;

/// <summary>Lists the names of configurations: the predefined ones on the first page, then users'. Names that say their steps have no end, and are left out.</summary>
internal sealed class ListDeploymentConfigs(ConfigurationStore configurations, KnownConfigurations predefined) : IOperation<ListDeploymentConfigsInput, ListDeploymentConfigsOutput>
{
    /// <inheritdoc/>
    public async Task<ListDeploymentConfigsOutput> RunAsync(ListDeploymentConfigsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await configurations.ListAsync(input.NextToken, cancellationToken);
        IEnumerable<string> first = input.NextToken is null ? predefined.All.Select(known => known.DeploymentConfigName) : [];
        return new ListDeploymentConfigsOutput { DeploymentConfigsList = [.. first, .. names], NextToken = token };
    }
}
