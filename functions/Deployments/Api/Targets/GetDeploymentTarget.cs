using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells all of one target of a deployment.</summary>
public sealed class GetDeploymentTarget(TargetReader deployments, TargetDescription targets) : IOperation<GetDeploymentTargetInput, GetDeploymentTargetOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentTargetIdRequiredException</c>, <c>DeploymentTargetDoesNotExistException</c>, <c>DeploymentNotStartedException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<GetDeploymentTargetOutput> RunAsync(GetDeploymentTargetInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await deployments.StartedAsync(input.DeploymentId, cancellationToken);
        var asked = input.TargetId is { Length: > 0 } id ? id : throw TargetErrors.IdRequired();
        var target = record.Plan.Target.TargetId();
        return asked == target
            ? new GetDeploymentTargetOutput { DeploymentTarget = targets.Of(record) }
            : throw TargetErrors.DoesNotExist(record.DeploymentId, asked, target);
    }
}
