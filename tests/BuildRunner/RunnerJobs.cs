using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.BuildRunner.Tests;

/// <summary>Jobs for the program itself, in a store of files.</summary>
internal static class RunnerJobs
{
    public static readonly ObjectRef Object = new("artifacts", "builds/b1/job.json");

    public static BuildJob Of(string repository, string commit) => new()
    {
        BuildId = "shop:b1",
        BuildArn = "arn:aws:codebuild:us-east-1:123456789012:build/shop:b1",
        BuildNumber = 1,
        Initiator = "codepipeline/shop",
        Output = new ObjectRef("artifacts", "builds/b1"),
        TimeoutSeconds = 600,
        Source = new JobSource { Kind = JobSourceKind.Git, Repository = repository, Version = commit },
    };

    /// <returns>The variables that tell the program of it.</returns>
    public static IReadOnlyList<(string Name, string Value)> Store(BuildJob job, string folder) => StoreText(JsonSerializer.Serialize(job, SluiceJson.Options), folder);

    public static IReadOnlyList<(string Name, string Value)> StoreText(string? job, string folder)
    {
        if (job is not null)
        {
            new FileObjectStore(folder).PutAsync(Object, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(job)), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        }

        return [(RunnerVariables.Objects, "file:" + folder), (RunnerVariables.Job, $"{Object.Bucket}/{Object.Key}")];
    }
}
