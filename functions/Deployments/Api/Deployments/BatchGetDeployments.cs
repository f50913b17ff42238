using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Tells all of up to 25 deployments, in the order asked for; those that do not exist are left out.</summary>
public sealed class BatchGetDeployments(DeploymentStore store) : IOperation<BatchGetDeploymentsInput, BatchGetDeploymentsOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException"><c>DeploymentIdRequiredException</c>, <c>InvalidDeploymentIdException</c>, <c>BatchLimitExceededException</c>.</exception>
    public async Task<BatchGetDeploymentsOutput> RunAsync(BatchGetDeploymentsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        if (input.DeploymentIds.Count == 0)
        {
            throw new DeploymentIdRequiredException();
        }

        DeploymentErrors.CheckBatch(input.DeploymentIds, "deployments");
        var ids = input.DeploymentIds.Select(DeploymentErrors.CheckedId).Distinct(StringComparer.Ordinal).ToList();
        var found = await Task.WhenAll(ids.Select(id => store.FindAsync(id, cancellationToken)));
        return new BatchGetDeploymentsOutput { DeploymentsInfo = [.. found.OfType<Deployment>().Select(DeploymentDescription.Of)] };
    }
}
