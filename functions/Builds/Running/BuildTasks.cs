using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>Says how builds are run: all that a build's program is told goes by an object, which is gone when the build is over, since it can hold secrets and ECS takes 8,192 characters at most.</summary>
internal sealed class BuildTasks(IObjectStore objects, BuildJobs jobs)
{
    /// <summary>Safe to repeat.</summary>
    public async Task<BuildTask> PlanAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var job = await jobs.OfAsync(build, cancellationToken);
        await objects.PutAsync(ObjectOf(build), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(job, SluiceJson.Options)), cancellationToken);
        return BuildTask.Of(build, job);
    }

    /// <summary>There may be secrets in it.</summary>
    public Task ForgetAsync(BuildRecord build, CancellationToken cancellationToken) => objects.DeleteAsync(ObjectOf(build), cancellationToken);

    private static ObjectRef ObjectOf(BuildRecord build) => build.Output with { Key = $"{build.Output.Key}/{RunnerVariables.JobName}" };
}
