using Sluice.BuildContract;
using Sluice.Builds.Running;
using Sluice.Platform.Json;

namespace Sluice.Builds.Ending;

/// <summary>Decides how a build ended, from its record, its program's result and what the machine saw.</summary>
internal static class BuildOutcome
{
    private const int LongestCause = 500;

    /// <summary>What the machine says when heartbeats stop.</summary>
    internal const string Lost = "WorkerLost";

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
            ProgramPhases = result?.Phases ?? [.. build.ProgramPhases, .. BrokenOff(build, status, message, now)],
            Running = null,
            Manifest = result?.Manifest,
            OutputArtifacts = result?.OutputArtifacts ?? build.OutputArtifacts,
            Artifacts = result?.Artifacts ?? [],
            ExportedVariables = result?.ExportedVariables,
            ResolvedSourceVersion = result?.ResolvedSourceVersion ?? build.ResolvedSourceVersion,
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
        { Error: "States.Timeout" } when build.BegunAt is null => (BuildStatus.TimedOut, $"The build has waited for its turn for {Length(build.Settings.QueuedTimeoutInMinutes)}."),
        { Error: "States.Timeout" } => (BuildStatus.TimedOut, "The build machine has not answered in time."),
        { Error: Lost } => (BuildStatus.Fault, $"The build is taken for lost. {failure.Cause}"),
        { Error: nameof(NoComputeException) } => (BuildStatus.Failed, failure.LambdaMessage() ?? failure.Cause ?? "There is nothing for the build to run on."),
        { Error: not null } => (BuildStatus.Fault, $"The build machine failed before the build had a result: {failure.Describe(LongestCause)}"),
        _ => (BuildStatus.Fault, "The build machine ended without a result."),
    };

    /// <summary>The phase that the program was in when it was last heard of.</summary>
    private static IEnumerable<PhaseRecord> BrokenOff(BuildRecord build, BuildStatus status, string? message, DateTimeOffset now)
    {
        if (build.Running is { } running)
        {
            yield return PhaseRecord.Between(running.PhaseType, status, running.StartTime, now, status == BuildStatus.Stopped ? [] : [new PhaseFault("INTERNAL_ERROR", message ?? "")]);
        }
    }

    private static string Length(int minutes) => minutes % 60 == 0 ? $"{minutes / 60} hours" : $"{minutes} minutes";
}
