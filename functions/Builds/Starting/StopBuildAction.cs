using Sluice.BuildContract;
using Sluice.Builds.Batching;
using Sluice.Builds.Records;
using Sluice.Builds.Stopping;
using Sluice.Platform.Actions;

namespace Sluice.Builds.Starting;

/// <summary>Stops the build or the batch of a pipeline's action. A stop that comes before it is kept, and it stops as soon as it is recorded.</summary>
public sealed class StopBuildAction : IActionStopper
{
    private readonly ActionStops _stops;
    private readonly BuildStore _store;
    private readonly BuildStopper _stopper;
    private readonly BatchStore _batches;
    private readonly BatchProgress _progress;
    private readonly TimeProvider _time;

    internal StopBuildAction(ActionStops stops, BuildStore store, BuildStopper stopper, BatchStore batches, BatchProgress progress, TimeProvider time)
    {
        (_stops, _store, _stopper, _batches, _progress, _time) = (stops, store, stopper, batches, progress, time);
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
        if (await _store.FindAsync(buildId, cancellationToken) is not null)
        {
            await _stopper.RunAsync(buildId, reason, cancellationToken);
            return true;
        }

        if (await _batches.FindAsync(buildId, cancellationToken) is null)
        {
            return false;
        }

        await _progress.AdvanceAsync(buildId, batch => BatchDecision.Stop(batch, reason, BuildStatus.Stopped, _time.GetUtcNow()), cancellationToken);
        return true;
    }
}
