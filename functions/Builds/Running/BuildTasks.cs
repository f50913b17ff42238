using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>Says how builds are run: all that a build's program is told goes by an object, which is gone when the build is over, since it can hold secrets and ECS takes 8,192 characters at most.</summary>
internal sealed class BuildTasks(IObjectStore objects, BuildJobs jobs, BuildComputes computes)
{
    /// <summary>Why the build can run nowhere; null if it can.</summary>
    public NoComputeException? Obstacle(BuildRecord build) => ChoiceOf(build).Fault is { } fault ? new NoComputeException(fault) : null;

    /// <summary>Safe to repeat. There must be no <see cref="Obstacle"/>.</summary>
    public async Task<BuildTask> PlanAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var job = await jobs.OfAsync(build, cancellationToken);
        await objects.PutAsync(ObjectOf(build), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(job, SluiceJson.Options)), cancellationToken);
        return BuildTask.Of(build, job, ChoiceOf(build));
    }

    /// <summary>There may be secrets in it.</summary>
    public Task ForgetAsync(BuildRecord build, CancellationToken cancellationToken) => objects.DeleteAsync(ObjectOf(build), cancellationToken);

    private ComputeChoice ChoiceOf(BuildRecord build) => BuildCompute.Choose(build.Settings.Environment, computes);

    private static ObjectRef ObjectOf(BuildRecord build) => build.Output with { Key = $"{build.Output.Key}/{RunnerVariables.JobName}" };
}
