using Sluice.BuildContract;

namespace Sluice.Builds.Progress;

/// <summary>What a build's program tells becomes part of the build. It tells the same again and again, and late: what is known is never taken back.</summary>
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

        var isNews = phases.Count > build.ProgramPhases.Count || (phases.Count == build.ProgramPhases.Count && current != build.Running?.PhaseType && current is not null);
        var after = isNews ? build with { ProgramPhases = phases, Running = current is { } phase ? new RunningPhase(phase, now) : null } : build;
        var whole = resolvedSourceVersion is not null && build.ResolvedSourceVersion is null ? after with { ResolvedSourceVersion = resolvedSourceVersion } : after;
        return new(whole, build.StopRequestedAt is not null);
    }
}
