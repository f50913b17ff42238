using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Tells of up to 25 instances of a deployment; those that it does not have are named in the answer's message. It does not know ECS, as the original.</summary>
public sealed class BatchGetDeploymentInstances(TargetReader deployments, TargetDescription targets) : IOperation<BatchGetDeploymentInstancesInput, BatchGetDeploymentInstancesOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>InstanceIdRequiredException</c>, <c>BatchLimitExceededException</c>, <c>InvalidComputePlatformException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<BatchGetDeploymentInstancesOutput> RunAsync(
        BatchGetDeploymentInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await deployments.OlderAsync(input.DeploymentId, cancellationToken);
        var asked = input.InstanceIds is { Count: > 0 } ids ? ids : throw new ApiException("InstanceIdRequiredException", "The request names no instance: at least one was expected.");
        DeploymentErrors.CheckBatch(asked, "instances");
        var target = record.Plan.Target.TargetId();
        var unknown = asked.Where(id => id != target).ToList();
        return new BatchGetDeploymentInstancesOutput
        {
            InstancesSummary = asked.Contains(target, StringComparer.Ordinal) ? [targets.Summary(record)] : [],
            ErrorMessage = unknown.Count == 0 ? null : $"Deployment {record.DeploymentId} has no instance {string.Join(", ", unknown)}.",
        };
    }
}
