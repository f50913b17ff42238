using Sluice.Deployments.Runs;
using Sluice.Platform.Actions;

namespace Sluice.Deployments.Starting;

/// <summary>
/// The deploy actions of pipelines. A stop takes the deployment's traffic back; one that comes before its deployment is kept, and the deployment stops as soon as it is recorded.
/// </summary>
public sealed class DeploymentActions(StartDeployment start, StopRecorder recorder, DeploymentStore store, ActionStops stops) : IActionStopper
{
    /// <inheritdoc/>
    public ActionService Service => ActionService.Deployment;

    /// <summary>Records the deployment, and the stop that came before it, if one did.</summary>
    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        await start.RunAsync(request, cancellationToken);
        if (await stops.FindAsync(request.ActionExecutionId, cancellationToken) is { } stop)
        {
            await TryStopAsync(stop, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(ActionStop stop, CancellationToken cancellationToken = default) =>
        stops.StopAsync(stop, cancellation => TryStopAsync(stop, cancellation), cancellationToken);

    // Nothing is to do for one that has ended already: its action ends with it.
    private async Task<bool> TryStopAsync(ActionStop stop, CancellationToken cancellationToken)
    {
        if (await store.FindIdAsync(stop.ActionExecutionId, cancellationToken) is not { } deploymentId)
        {
            return false;
        }

        await recorder.StopAsync(deploymentId, StopCause.Request, $"stopped by {stop.Reason}", cancellationToken);
        return true;
    }
}
