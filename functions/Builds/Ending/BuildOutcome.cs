using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Ending;

/// <summary>Decides how a build ended, from its record, its program's result and what the machine saw.</summary>
internal static class BuildOutcome
{
    private const int LongestCause = 500;

    /// <param name="build">The record, in progress.</param>
    /// <param name="result">What the program wrote; null if it wrote nothing.</param>
    /// <param name="failure">Why the machine gave up; null if it did not.</param>
    /// <param name="now">When it ended.</param>
    public static BuildRecord Decide(BuildRecord build, BuildResult? result, CaughtError? failure, DateTimeOffset now)
    {
        // A result that came after the stop was recorded comes too late: whoever stopped the build must be able to rely on it.
        var (status, message) = build.StopRequestedAt is not null ? (BuildStatus.Stopped, $"The build was stopped: {build.StopReason}")
            : result is not null ? Told(result)
            : WithoutResult(build, failure);
        return build with
        {
            Status = status,
            Message = message,
            EndedAt = now,
            Phases = [.. Waiting(build, result, now), .. result?.Phases ?? []],
            Manifest = result?.Manifest,
            ExportedVariables = result?.ExportedVariables,
        };
    }

    private static (BuildStatus Status, string? Message) Told(BuildResult result) => result.Status switch
    {
        BuildStatus.Succeeded or BuildStatus.Failed or BuildStatus.TimedOut or BuildStatus.Fault => (result.Status, result.Message),
        // Only a recorded stop stops a build; this was the machine being taken away.
        BuildStatus.Stopped => (BuildStatus.Fault, "The build machine was shut down while the build ran."),
        var other => (BuildStatus.Fault, $"The build's result has the status '{other.WireName()}', which no build ends in."),
    };

    private static (BuildStatus Status, string Message) WithoutResult(BuildRecord build, CaughtError? failure) => failure switch
    {
        { Error: "States.Timeout" } when build.BegunAt is null => (BuildStatus.TimedOut, "The build has waited for its turn for 8 hours."),
        { Error: "States.Timeout" } => (BuildStatus.TimedOut, "The build machine has not answered in time."),
        { Error: not null } => (BuildStatus.Fault, $"The build machine failed before the build had a result: {failure.Describe(LongestCause)}"),
        _ => (BuildStatus.Fault, "The build machine ended without a result."),
    };

    // Before the program came up, which knows nothing of it.
    private static IEnumerable<PhaseRecord> Waiting(BuildRecord build, BuildResult? result, DateTimeOffset now)
    {
        var begun = build.BegunAt ?? now;
        var running = result is { Phases: [var first, ..] } ? first.StartTime : now;
        yield return PhaseRecord.Between(PhaseType.Submitted, BuildStatus.Succeeded, build.SubmittedAt, build.SubmittedAt);
        yield return PhaseRecord.Between(PhaseType.Queued, BuildStatus.Succeeded, build.SubmittedAt, begun);
        if (build.BegunAt is not null)
        {
            var status = result is { Phases.Count: > 0 } ? BuildStatus.Succeeded : build.StopRequestedAt is null ? BuildStatus.Fault : BuildStatus.Stopped;
            yield return PhaseRecord.Between(PhaseType.Provisioning, status, begun, running > begun ? running : begun);
        }
    }
}
