using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Stopping;

/// <summary>Stops a build. The stop is recorded first, so that whoever parks later sees it.</summary>
public sealed class StopBuild
{
    private readonly BuildStore _store;
    private readonly BuildTurns _turns;
    private readonly IStateMachines _machines;

    internal StopBuild(BuildStore store, BuildTurns turns, IStateMachines machines)
    {
        (_store, _turns, _machines) = (store, turns, machines);
    }

    /// <summary>Asks the build to stop; an ended build stays as it is. Repeating it wakes the machine again.</summary>
    /// <returns>Whether the build is still to end.</returns>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<bool> RunAsync(string buildId, string reason, CancellationToken cancellationToken = default)
    {
        var build = await _store.RequestStopAsync(buildId, reason, cancellationToken);
        if (!build.HasEnded() && build.StopToken is { } token)
        {
            await _machines.FailTaskAsync(token, nameof(StopRecordedException), reason, cancellationToken);
        }

        if (build is { BegunAt: null } && !build.HasEnded())
        {
            await _turns.StopAsync(buildId, reason, cancellationToken);
        }

        return !build.HasEnded();
    }

    /// <summary>Asks the build of a pipeline's action to stop, if there is one yet.</summary>
    public async Task RunForActionAsync(string pipelineName, string actionExecutionId, string reason, CancellationToken cancellationToken = default)
    {
        var buildId = BuildIds.Of(pipelineName, actionExecutionId);
        if (await _store.FindAsync(buildId, cancellationToken) is not null)
        {
            await RunAsync(buildId, reason, cancellationToken);
        }
    }
}
