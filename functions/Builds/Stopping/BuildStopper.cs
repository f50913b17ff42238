using Sluice.Builds.Records;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Stopping;

/// <summary>Stops a build. The stop is recorded first, so that whoever parks later sees it.</summary>
internal sealed class BuildStopper(BuildStore store, IStateMachines machines, TimeProvider time)
{
    /// <summary>Asks the build to stop; an ended build stays as it is. Repeating it wakes the machine again.</summary>
    /// <returns>The build as it is then.</returns>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<BuildRecord> RunAsync(string buildId, string reason, CancellationToken cancellationToken = default)
    {
        var (build, _) = await store.DecideAsync(buildId, seen => Decide(seen, reason, time.GetUtcNow()), cancellationToken);
        if (!build.HasEnded())
        {
            // It waits for its turn, or beside its program; which of the two is dead does not matter.
            foreach (var waiting in new[] { build.TurnTask, build.StopTask }.OfType<ParkedTask>())
            {
                await machines.FailTaskAsync(waiting.Token, nameof(StopRecordedException), reason, cancellationToken);
            }
        }

        return build;
    }

    /// <summary>The first stop stays.</summary>
    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, string reason, DateTimeOffset now) =>
        build.Obstacle() is null ? new(build with { StopRequestedAt = now, StopReason = reason }, true) : new(build, false);
}
