using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Lists the ids of a deployment's instances: the older name of targets. It does not know ECS, as the original.</summary>
public sealed class ListDeploymentInstances(TargetReader deployments) : IOperation<ListDeploymentInstancesInput, ListDeploymentInstancesOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentNotStartedException</c>, <c>InvalidNextTokenException</c>, <c>InvalidComputePlatformException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<ListDeploymentInstancesOutput> RunAsync(ListDeploymentInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await deployments.OlderAsync(input.DeploymentId, cancellationToken);
        if (record.StartTime is null && !record.IsEnded)
        {
            throw DeploymentErrors.NotStarted(record);
        }

        if (input.NextToken is not null)
        {
            throw TargetErrors.InvalidNextToken();
        }

        // Blue and Green are labels of servers; a function has none.
        var isAsked = input.InstanceTypeFilter is not { Count: > 0 }
            && (input.InstanceStatusFilter is not { Count: > 0 } statuses || statuses.Contains(TargetStatuses.OfInstance(record)));
        return new ListDeploymentInstancesOutput { InstancesList = isAsked ? [record.Plan.Target.TargetId()] : [] };
    }
}
