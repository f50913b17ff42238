using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.Builds.Running;

/// <summary>How the machine runs a build.</summary>
/// <param name="BuildId">Which build.</param>
/// <param name="Compute">On what it runs.</param>
/// <param name="Architecture">By what the names of its task definition, function or program differ: empty, or <c>-arm64</c>.</param>
/// <param name="TimeoutSeconds">After how long the machine gives up; the build's program gives up earlier, and says so better.</param>
/// <param name="HeartbeatSeconds">How long the program may give no sign of life, also before it has begun.</param>
/// <param name="HasTerminal">Whether somebody may be let into its machine, as into a sandbox's. On Fargate alone that can be.</param>
/// <param name="Environment">The variables of the build's program.</param>
/// <param name="CodeBuild">What CodeBuild is told; null if the build runs elsewhere.</param>
internal sealed record BuildTask(
    string BuildId, ComputeKind Compute, string Architecture, int TimeoutSeconds, int HeartbeatSeconds, bool HasTerminal, IReadOnlyList<ContainerVariable> Environment, CodeBuildMachine? CodeBuild)
{
    // For the machine to be set up, and for the program to clear away after its own timeout.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(5);

    // CodeBuild has a queue of its own, in which a build waits for 20 minutes at most (the template's project), and a machine of an unusual kind takes longer to come up.
    private static readonly TimeSpan _silenceOnCodeBuild = TimeSpan.FromMinutes(30);

    internal static BuildTask Of(BuildRecord build, BuildJob job, ComputeChoice choice)
    {
        var isOnCodeBuild = choice.Kind == ComputeKind.CodeBuild;
        var timeout = job.TimeoutSeconds + (int)_slack.TotalSeconds;
        return new(
            build.BuildId,
            choice.Kind,
            choice.IsArm ? "-arm64" : "",
            isOnCodeBuild ? timeout + (int)_silenceOnCodeBuild.TotalSeconds : timeout,
            (int)(isOnCodeBuild ? _silenceOnCodeBuild : _silence).TotalSeconds,
            build.IsSandbox,
            [
                new(RunnerVariables.Job, $"{job.Output.Bucket}/{job.Output.Key}/{RunnerVariables.JobName}"),
                new(RunnerVariables.BuildId, job.BuildId),
                new(RunnerVariables.Initiator, job.Initiator),
            ],
            CodeBuildMachine.Of(build.Settings.Environment, choice, timeout));
    }
}
