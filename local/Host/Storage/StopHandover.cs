using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// Records a stop with the run, and hands it to the services of what runs at once. The event that is written with the stop does that too; but a full disk may take the stop and hold up the event, and when a suite
/// starts again its machines go on before the bus has brought anything.
/// </summary>
internal sealed class StopHandover(ExecutionStops stop, ExecutionViews executions, IEnumerable<IActionStopper> services)
{
    /// <summary>From then on nothing of the run goes further. Safe to repeat.</summary>
    /// <returns>Whether anything of it was running.</returns>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<bool> RecordAsync(StopOrder order, CancellationToken cancellationToken = default)
    {
        var running = await RunningAsync(order, cancellationToken);
        foreach (var action in running)
        {
            var told = new ActionStop(action.Provider, order.Pipeline, order.Execution, action.StageName, action.ActionName, action.ActionExecutionId, order.Reason, action.Service);
            await Task.WhenAll(services.Where(service => service.Service == action.Service).Select(service => service.StopAsync(told, cancellationToken)));
        }

        return running.Count > 0;
    }

    private async Task<IReadOnlyList<RunningAction>> RunningAsync(StopOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return await stop.StopAsync(new StopRequestInput(order.Pipeline, order.Execution, Abandon: false, order.Reason), cancellationToken);
        }
        catch (Exception e) when (e is DuplicatedStopRequestException or PipelineExecutionNotStoppableException)
        {
            return await executions.GetRunningActionsAsync(order.Pipeline, order.Execution, cancellationToken);
        }
    }
}
