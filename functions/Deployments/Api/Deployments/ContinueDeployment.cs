using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Ends the wait that a deployment is in: a pause or the wait before traffic is moved, or the wait before the original is ended.</summary>
public sealed class ContinueDeployment(DeploymentStore store, WaitEnder waits) : IOperation<ContinueDeploymentInput, NoOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentIsNotInReadyStateException</c>, <c>UnsupportedActionForDeploymentTypeException</c>, <c>InvalidDeploymentWaitTypeException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It has ended.</exception>
    public async Task<NoOutput> RunAsync(ContinueDeploymentInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var kinds = Kinds(input.DeploymentWaitType);
        var record = await store.GetAsync(DeploymentErrors.CheckedId(input.DeploymentId), cancellationToken);
        if (!record.IsEnded && !record.Plan.Target.EndsOriginal() && input.DeploymentWaitType == DeploymentWaitType.TERMINATION_WAIT)
        {
            throw DeploymentErrors.Unsupported($"Deployment {record.DeploymentId} moves a Lambda alias: nothing is terminated at its end, so it has no TERMINATION_WAIT.");
        }

        await waits.EndAsync(record.DeploymentId, kinds, input.DeploymentWaitType?.ToString() ?? "READY_WAIT or TERMINATION_WAIT", cancellationToken);
        return NoOutput.Value;
    }

    private static WaitKind[] Kinds(DeploymentWaitType? type) => type switch
    {
        DeploymentWaitType.READY_WAIT => [WaitKind.Pause, WaitKind.Ready],
        DeploymentWaitType.TERMINATION_WAIT => [WaitKind.Termination],
        _ => [WaitKind.Pause, WaitKind.Ready, WaitKind.Termination],
    };
}
