using Sluice.BuildContract;

namespace Sluice.Builds.Progress;

/// <summary>
/// What a build's program tells becomes part of the build. It tells the same again and again, and late: what is known is never taken back. That the build is over is not the program's to tell: clients
/// wait for the phase COMPLETED and then read how it ended, so that it is finalizing until that is known.
/// </summary>
internal static class ProgressDecision
{
    /// <param name="build">The build.</param>
    /// <param name="phases">The phases that have ended, all of them.</param>
    /// <param name="current">The phase that goes on; null for none.</param>
    /// <param name="resolvedSourceVersion">What the source turned out to be; null while that is not known.</param>
    /// <param name="now">When it is told.</param>
    /// <returns>Whether the program is to stop.</returns>
    public static Decision<BuildRecord, bool> Decide(BuildRecord build, IReadOnlyList<PhaseRecord> phases, PhaseType? current, string? resolvedSourceVersion, DateTimeOffset now)
    {
        if (build.HasEnded())
        {
            return new(build, true);
        }

        var (ended, goes) = StillOpen(phases, current);
        var isNews = ended.Count > build.ProgramPhases.Count || (ended.Count == build.ProgramPhases.Count && goes != build.Running?.PhaseType && goes is not null);
        var after = isNews ? build with { ProgramPhases = ended, Running = goes is { } phase ? new RunningPhase(phase, now) : null } : build;
        var whole = resolvedSourceVersion is not null && build.ResolvedSourceVersion is null ? after with { ResolvedSourceVersion = resolvedSourceVersion } : after;
        return new(whole, build.StopRequestedAt is not null);
    }

    private static (IReadOnlyList<PhaseRecord> Ended, PhaseType? Goes) StillOpen(IReadOnlyList<PhaseRecord> phases, PhaseType? current)
    {
        var ended = phases.TakeWhile(phase => phase.PhaseType is not (PhaseType.Finalizing or PhaseType.Completed)).ToList();
        return ended.Count < phases.Count || current == PhaseType.Completed ? (ended, PhaseType.Finalizing) : (ended, current);
    }
}
