using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers;

/// <summary>Stops actions of Pipelines' own. A stop that comes before its action is kept, and the action stops as soon as it is recorded.</summary>
public sealed class StopPipelineAction : IActionStopper
{
    private readonly ActionStops _stops;
    private readonly OwnActions _actions;

    internal StopPipelineAction(ActionStops stops, OwnActions actions) => (_stops, _actions) = (stops, actions);

    /// <inheritdoc/>
    public ActionService Service => ActionService.Pipeline;

    /// <inheritdoc/>
    public Task StopAsync(ActionStop stop, CancellationToken cancellationToken = default) =>
        _stops.StopAsync(stop, cancellation => _actions.TryStopAsync(stop, cancellation), cancellationToken);
}
