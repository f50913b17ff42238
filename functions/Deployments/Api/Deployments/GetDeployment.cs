using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Tells all of one deployment.</summary>
public sealed class GetDeployment(DeploymentStore store) : IOperation<GetDeploymentInput, GetDeploymentOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>.</exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    public async Task<GetDeploymentOutput> RunAsync(GetDeploymentInput input, OperationContext context, CancellationToken cancellationToken) =>
        new()
        {
            DeploymentInfo = DeploymentDescription.Of(await store.GetAsync(DeploymentErrors.CheckedId(input.DeploymentId), cancellationToken)),
        };
}
