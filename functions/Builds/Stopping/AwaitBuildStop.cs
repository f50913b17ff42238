using Sluice.Builds.Records;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Stopping;

/// <summary>Parks the task that waits for a stop beside the running build. A build that has ended or is to stop already lets nobody wait.</summary>
public sealed class AwaitBuildStop
{
    private readonly BuildStore _store;
    private readonly IStateMachines _machines;

    internal AwaitBuildStop(BuildStore store, IStateMachines machines)
    {
        (_store, _machines) = (store, machines);
    }

    /// <exception cref="StopRecordedException">It is to stop.</exception>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task RunAsync(BuildStopWait wait, CancellationToken cancellationToken = default)
    {
        var (_, isParked) = await _store.DecideAsync(wait.BuildId, build => Decide(build, new ParkedTask(wait.TaskToken, wait.RetryCount)), cancellationToken);
        if (!isParked)
        {
            await _machines.SucceedTaskAsync(wait.TaskToken, null, cancellationToken);
        }
    }

    /// <returns>Whether it is parked; not if the build has ended.</returns>
    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, ParkedTask task) =>
        build.HasEnded() ? new(build, false)
        : build.Obstacle() is { } stop ? new(build, false) { Throw = stop }
        : task.IsOlderThan(build.StopTask) ? new(build, false) { Throw = new StopRecordedException($"A later delivery of this task waits for the stop of the build {build.BuildId}.") }
        : new(build with { StopTask = task }, true);
}
