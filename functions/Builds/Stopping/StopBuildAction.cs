using Sluice.Builds.Records;
using Sluice.Platform.Actions;

namespace Sluice.Builds.Stopping;

/// <summary>Stops the build of a pipeline's action. A stop that comes before its build is kept, and the build stops as soon as it is recorded.</summary>
public sealed class StopBuildAction : IActionStopper
{
    private readonly ActionStops _stops;
    private readonly BuildStore _store;
    private readonly BuildStopper _stopper;

    internal StopBuildAction(ActionStops stops, BuildStore store, BuildStopper stopper)
    {
        (_stops, _store, _stopper) = (stops, store, stopper);
    }

    /// <inheritdoc/>
    public ActionService Service => ActionService.Build;

    /// <inheritdoc/>
    public Task StopAsync(ActionStop stop, CancellationToken cancellationToken = default) =>
        _stops.StopAsync(stop, cancellation => TryAsync(BuildIds.Of(stop.PipelineName, stop.ActionExecutionId), stop.Reason, cancellation), cancellationToken);

    /// <summary>Carries out the stop that came before the build, if one did.</summary>
    internal async Task CatchUpAsync(string buildId, string actionExecutionId, CancellationToken cancellationToken)
    {
        if (await _stops.FindAsync(actionExecutionId, cancellationToken) is { } stop)
        {
            await TryAsync(buildId, stop.Reason, cancellationToken);
        }
    }

    private async Task<bool> TryAsync(string buildId, string reason, CancellationToken cancellationToken)
    {
        var isThere = await _store.FindAsync(buildId, cancellationToken) is not null;
        if (isThere)
        {
            await _stopper.RunAsync(buildId, reason, cancellationToken);
        }

        return isThere;
    }
}
