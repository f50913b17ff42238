using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.Builds.Running;

/// <summary>How the machine runs a build.</summary>
/// <param name="BuildId">Which build.</param>
/// <param name="TimeoutSeconds">After how long the machine gives up; the build's program gives up earlier, and says so better.</param>
/// <param name="Environment">The variables of the build's program.</param>
internal sealed record BuildTask(string BuildId, int TimeoutSeconds, IReadOnlyList<ContainerVariable> Environment)
{
    // For the machine to be set up, and for the program to clear away after its own timeout.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);

    internal static BuildTask Of(BuildRecord build, BuildJob job) => new(
        build.BuildId,
        job.TimeoutSeconds + (int)_slack.TotalSeconds,
        [
            new(RunnerVariables.Job, $"{job.Output.Bucket}/{job.Output.Key}/{RunnerVariables.JobName}"),
            new(RunnerVariables.BuildId, job.BuildId),
            new(RunnerVariables.Initiator, job.Initiator),
        ]);
}
