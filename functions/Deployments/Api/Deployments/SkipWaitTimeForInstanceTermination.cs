using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Ends the wait before the original is ended. It is the older name of <see cref="ContinueDeployment"/> with <c>TERMINATION_WAIT</c>.</summary>
public sealed class SkipWaitTimeForInstanceTermination(DeploymentStore store, WaitEnder waits)
    : IOperation<SkipWaitTimeForInstanceTerminationInput, NoOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException"><c>UnsupportedActionForDeploymentTypeException</c>, <c>DeploymentNotStartedException</c>, <c>InvalidDeploymentIdException</c>.</exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It has ended.</exception>
    public async Task<NoOutput> RunAsync(
        SkipWaitTimeForInstanceTerminationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var record = await store.GetAsync(DeploymentErrors.CheckedId(input.DeploymentId), cancellationToken);
        if (!record.IsEnded && Obstacle(record) is { } obstacle)
        {
            throw obstacle;
        }

        await waits.EndAsync(record.DeploymentId, [WaitKind.Termination], "the time before its original task set is ended", cancellationToken);
        return NoOutput.Value;
    }

    // The operation's model has no error for a deployment that is on its way, so one that does not wait yet counts as not started.
    private static ApiException? Obstacle(Deployment record) =>
        !record.Plan.Target.EndsOriginal() ? DeploymentErrors.Unsupported($"Deployment {record.DeploymentId} moves a Lambda alias: nothing is terminated at its end.")
        : record.Waiting()?.Kind != WaitKind.Termination ? new ApiException(
            "DeploymentNotStartedException", $"Deployment {record.DeploymentId} is {record.ShownStatus()}; it does not wait to end its original task set.")
        : null;
}
