using System.Globalization;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;

namespace Sluice.Builds.Running;

/// <summary>How the machine runs a build.</summary>
/// <param name="BuildId">Which build.</param>
/// <param name="TimeoutSeconds">After how long the machine gives up; the build's program gives up earlier, and says so better.</param>
/// <param name="Environment">The variables of the build's program.</param>
internal sealed record BuildTask(string BuildId, int TimeoutSeconds, IReadOnlyList<ContainerVariable> Environment)
{
    // For the machine to be set up, and for the program to clear away after its own timeout.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);

    /// <summary>With the build's variables among those of its program, however many they are.</summary>
    internal static BuildTask Of(BuildRecord build, SuiteAccount account)
    {
        var timeout = TimeSpan.FromMinutes(build.TimeoutInMinutes);
        return new BuildTask(
            build.BuildId,
            (int)(timeout + _slack).TotalSeconds,
            [
                new(RunnerVariables.BuildId, build.FullId()),
                new(RunnerVariables.BuildArn, account.Arn("codebuild", $"build/{build.FullId()}")),
                new(RunnerVariables.BuildNumber, build.Number.ToString(CultureInfo.InvariantCulture)),
                new(RunnerVariables.Initiator, build.Initiator),
                new(RunnerVariables.Repository, build.Repository),
                new(RunnerVariables.Commit, build.CommitId),
                new(RunnerVariables.OutputBucket, build.Output.Bucket),
                new(RunnerVariables.OutputPrefix, build.Output.Key),
                new(RunnerVariables.TimeoutSeconds, ((int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                new(RunnerVariables.Environment, JsonSerializer.Serialize(build.Environment, SluiceJson.Options)),
            ]);
    }
}
