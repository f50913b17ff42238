using Sluice.BuildContract;

namespace Sluice.Builds.Model;

/// <summary>All phases of a build: those before its program came up, which only the service knows, and those that the program told.</summary>
internal static class BuildPhases
{
    /// <summary>Those that have ended, in their order.</summary>
    public static IReadOnlyList<PhaseRecord> Ended(BuildRecord build) => [.. BeforeTheProgram(build), .. build.ProgramPhases];

    /// <summary>The one that goes on; null when the build has ended.</summary>
    public static RunningPhase? Current(BuildRecord build) =>
        build.HasEnded() ? null
        : build.Running is { } running ? running
        : build.ProgramPhases is [.., var last] ? new RunningPhase(last.PhaseType, last.StartTime)
        : build.BegunAt is { } begun ? new RunningPhase(PhaseType.Provisioning, begun)
        : new RunningPhase(PhaseType.Queued, build.SubmittedAt);

    private static IEnumerable<PhaseRecord> BeforeTheProgram(BuildRecord build)
    {
        yield return PhaseRecord.Between(PhaseType.Submitted, BuildStatus.Succeeded, build.SubmittedAt, build.SubmittedAt);
        if (build.BegunAt is { } begun)
        {
            yield return PhaseRecord.Between(PhaseType.Queued, BuildStatus.Succeeded, build.SubmittedAt, begun);
            if (FirstSign(build) is { } came)
            {
                yield return PhaseRecord.Between(PhaseType.Provisioning, BuildStatus.Succeeded, begun, came > begun ? came : begun);
            }
            else if (build.EndedAt is { } ended)
            {
                yield return PhaseRecord.Between(PhaseType.Provisioning, Failure(build), begun, ended, Contexts(build));
            }
        }
        else if (build.EndedAt is { } ended)
        {
            yield return PhaseRecord.Between(PhaseType.Queued, Failure(build), build.SubmittedAt, ended, Contexts(build));
        }
    }

    private static DateTimeOffset? FirstSign(BuildRecord build) => build.ProgramPhases is [var first, ..] ? first.StartTime : build.Running?.StartTime;

    private static BuildStatus Failure(BuildRecord build) => build.Status == BuildStatus.Succeeded ? BuildStatus.Fault : build.Status;

    private static IReadOnlyList<PhaseFault> Contexts(BuildRecord build) => build is { Message: { } message, StopRequestedAt: null } ? [new PhaseFault("PROVISIONING_ERROR", message)] : [];
}
