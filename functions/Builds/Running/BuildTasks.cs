using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>Says how builds are run: all that a build's program is told goes by an object, which is gone when the build is over, since it can hold secrets and ECS takes 8,192 characters at most.</summary>
internal sealed class BuildTasks(IObjectStore objects, SuiteAccount account)
{
    /// <summary>Safe to repeat.</summary>
    public async Task<BuildTask> PlanAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var job = JobOf(build);
        await objects.PutAsync(ObjectOf(build), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(job, SluiceJson.Options)), cancellationToken);
        return BuildTask.Of(build, job);
    }

    /// <summary>There may be secrets in it.</summary>
    public Task ForgetAsync(BuildRecord build, CancellationToken cancellationToken) => objects.DeleteAsync(ObjectOf(build), cancellationToken);

    private BuildJob JobOf(BuildRecord build) => new()
    {
        BuildId = build.FullId(),
        BuildArn = account.Arn("codebuild", $"build/{build.FullId()}"),
        BuildNumber = build.Number,
        Initiator = build.Initiator,
        Output = build.Output,
        TimeoutSeconds = (int)TimeSpan.FromMinutes(build.TimeoutInMinutes).TotalSeconds,
        Source = new JobSource { Kind = JobSourceKind.Git, Repository = build.Repository, Version = build.CommitId },
        Environment = build.Environment,
        Artifacts = new JobArtifact { ForPipeline = true, IsZip = true },
    };

    private static ObjectRef ObjectOf(BuildRecord build) => build.Output with { Key = $"{build.Output.Key}/{RunnerVariables.JobName}" };
}
