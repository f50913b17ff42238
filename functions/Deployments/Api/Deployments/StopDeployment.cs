using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Stops a deployment; its traffic goes back to where it was, as the request or its configuration says.</summary>
public sealed class StopDeployment(DeploymentStore store, StopRecorder stops) : IOperation<StopDeploymentInput, StopDeploymentOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>.</exception>
    /// <exception cref="DeploymentIdRequiredException">There is no deployment id.</exception>
    /// <exception cref="DeploymentDoesNotExistException">It is of no deployment.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It ended without being stopped.</exception>
    public Task<StopDeploymentOutput> RunAsync(StopDeploymentInput input, OperationContext context, CancellationToken cancellationToken) =>
        StopAsync(input, context.Caller is { } caller ? $"the key {caller.AccessKeyId}" : "a request", cancellationToken);

    /// <summary>Stops it for someone who is named in its message.</summary>
    /// <exception cref="DeploymentDoesNotExistException">It is of no deployment.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It ended without being stopped.</exception>
    public async Task<StopDeploymentOutput> StopAsync(StopDeploymentInput input, string requestedBy, CancellationToken cancellationToken = default)
    {
        var id = DeploymentErrors.CheckedId(input.DeploymentId);
        if (await stops.StopAsync(id, StopCause.Request, $"stopped by {requestedBy}", cancellationToken, input.AutoRollbackEnabled) == StopResult.Recorded)
        {
            return new StopDeploymentOutput { Status = StopStatus.Pending, StatusMessage = "The stop is recorded." };
        }

        var record = await store.GetAsync(id, cancellationToken);
        return record.Stop is null
            ? throw new DeploymentAlreadyCompletedException(id, record.Outcome)
            : new StopDeploymentOutput { Status = StopStatus.Succeeded, StatusMessage = $"The deployment has ended: {record.Outcome}. {record.Message}" };
    }
}
