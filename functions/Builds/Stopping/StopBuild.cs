using Sluice.Builds.Model;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Stopping;

/// <summary>Stops a build. The stop is recorded first, so that whoever parks later sees it.</summary>
internal sealed class StopBuild
{
    private readonly BuildStore _store;
    private readonly BuildTurns _turns;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;

    internal StopBuild(BuildStore store, BuildTurns turns, IStateMachines machines, TimeProvider time)
    {
        (_store, _turns, _machines, _time) = (store, turns, machines, time);
    }

    /// <summary>Asks the build to stop; an ended build stays as it is. Repeating it wakes the machine again.</summary>
    /// <returns>Whether the build is still to end.</returns>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<bool> RunAsync(string buildId, string reason, CancellationToken cancellationToken = default)
    {
        var (build, _) = await _store.DecideAsync(buildId, seen => Decide(seen, reason, _time.GetUtcNow()), cancellationToken);
        if (!build.HasEnded() && build.StopTask is { } waiting)
        {
            await _machines.FailTaskAsync(waiting.Token, nameof(StopRecordedException), reason, cancellationToken);
        }

        if (build is { BegunAt: null } && !build.HasEnded())
        {
            await _turns.StopAsync(buildId, reason, cancellationToken);
        }

        return !build.HasEnded();
    }

    /// <summary>The first stop stays.</summary>
    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, string reason, DateTimeOffset now) =>
        build.Obstacle() is null ? new(build with { StopRequestedAt = now, StopReason = reason }, true) : new(build, false);
}
