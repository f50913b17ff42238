using Sluice.Deployments.Targets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells all of up to 25 targets of a deployment.</summary>
public sealed class BatchGetDeploymentTargets(TargetReader deployments, SuiteAccount account)
    : IOperation<BatchGetDeploymentTargetsInput, BatchGetDeploymentTargetsOutput>
{
    private const int Most = 25;

    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentTargetIdRequiredException</c>, <c>DeploymentTargetListSizeExceededException</c>, <c>DeploymentTargetDoesNotExistException</c>,
    /// <c>DeploymentNotStartedException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<BatchGetDeploymentTargetsOutput> RunAsync(BatchGetDeploymentTargetsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await deployments.StartedAsync(input.DeploymentId, cancellationToken);
        var asked = input.TargetIds is { Count: > 0 } ids ? ids : throw TargetErrors.IdRequired();
        if (asked.Count > Most)
        {
            throw TargetErrors.TooMany(asked.Count, Most);
        }

        var target = TargetDescription.IdOf(record.Plan);
        return asked.FirstOrDefault(id => id != target) is { } unknown
            ? throw TargetErrors.DoesNotExist(record.DeploymentId, unknown, target)
            : new BatchGetDeploymentTargetsOutput { DeploymentTargets = [TargetDescription.Of(record, account)] };
    }
}
