using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells all of up to 25 targets of a deployment.</summary>
public sealed class BatchGetDeploymentTargets(TargetReader deployments, TargetDescription targets)
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

        var target = record.Plan.Target.TargetId();
        return asked.FirstOrDefault(id => id != target) is { } unknown
            ? throw TargetErrors.DoesNotExist(record.DeploymentId, unknown, target)
            : new BatchGetDeploymentTargetsOutput { DeploymentTargets = [targets.Of(record)] };
    }
}
