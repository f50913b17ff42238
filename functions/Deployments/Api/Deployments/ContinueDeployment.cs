using Sluice.Deployments.Requests;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Ends the wait that a deployment is in: a pause or the wait before traffic is moved, or the wait before the original is ended.</summary>
public sealed class ContinueDeployment(DeploymentStore store, WaitEnder waits) : IOperation<ContinueDeploymentInput, ContinueDeploymentOutput>
{
    private const string ReadyWait = "READY_WAIT";
    private const string TerminationWait = "TERMINATION_WAIT";

    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentIsNotInReadyStateException</c>, <c>UnsupportedActionForDeploymentTypeException</c>, <c>InvalidDeploymentWaitTypeException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It has ended.</exception>
    public async Task<ContinueDeploymentOutput> RunAsync(ContinueDeploymentInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var kinds = Kinds(input.DeploymentWaitType);
        var record = await store.GetAsync(DeploymentErrors.CheckedId(input.DeploymentId), cancellationToken);
        if (!record.IsEnded && !record.Plan.Target.EndsOriginal() && input.DeploymentWaitType == TerminationWait)
        {
            throw DeploymentErrors.Unsupported($"Deployment {record.DeploymentId} moves a Lambda alias: nothing is terminated at its end, so it has no TERMINATION_WAIT.");
        }

        await waits.EndAsync(record.DeploymentId, kinds, input.DeploymentWaitType ?? $"{ReadyWait} or {TerminationWait}", cancellationToken);
        return new ContinueDeploymentOutput();
    }

    private static WaitKind[] Kinds(string? type) => type switch
    {
        null => [WaitKind.Pause, WaitKind.Ready, WaitKind.Termination],
        ReadyWait => [WaitKind.Pause, WaitKind.Ready],
        TerminationWait => [WaitKind.Termination],
        _ => throw new ApiException("InvalidDeploymentWaitTypeException", $"'{type}' is no wait; expected {ReadyWait} or {TerminationWait}."),
    };
}
