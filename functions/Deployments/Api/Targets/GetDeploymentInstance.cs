using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells of one instance of a deployment: the older name of a target. It does not know ECS, as the original.</summary>
internal sealed class GetDeploymentInstance(TargetReader deployments, TargetDescription targets) : IOperation<GetDeploymentInstanceInput, GetDeploymentInstanceOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>InstanceIdRequiredException</c>, <c>InstanceDoesNotExistException</c>, <c>InvalidComputePlatformException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<GetDeploymentInstanceOutput> RunAsync(GetDeploymentInstanceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await deployments.OlderAsync(input.DeploymentId, cancellationToken);
        var asked = input.InstanceId is { Length: > 0 } id ? id : throw new ApiException("InstanceIdRequiredException", "The request names no instance: instanceId is required.");
        var target = record.Plan.Target.TargetId();
        return asked == target
            ? new GetDeploymentInstanceOutput { InstanceSummary = targets.Summary(record) }
            : throw TargetErrors.InstanceDoesNotExist(record.DeploymentId, asked, target);
    }
}
