using Sluice.Deployments.Targets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells all of one target of a deployment.</summary>
public sealed class GetDeploymentTarget(TargetReader deployments, SuiteAccount account) : IOperation<GetDeploymentTargetInput, GetDeploymentTargetOutput>
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
        var target = TargetDescription.IdOf(record.Plan);
        return asked == target
            ? new GetDeploymentTargetOutput { DeploymentTarget = TargetDescription.Of(record, account) }
            : throw TargetErrors.DoesNotExist(record.DeploymentId, asked, target);
    }
}
