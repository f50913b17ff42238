using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>
/// Says how builds are run. ECS takes 8,192 characters of overrides for a task, its JSON included: a build's variables that are more go by an object, which is gone when the build is over.
/// </summary>
internal sealed class BuildTasks(IObjectStore objects, SuiteAccount account)
{
    private const string ObjectName = "environment.json";

    // The container's name and the braces around take the rest.
    private const int MostCharacters = 8192 - 192;

    /// <summary>Safe to repeat.</summary>
    public async Task<BuildTask> PlanAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var task = BuildTask.Of(build, account);
        if (Fits(task))
        {
            return task;
        }

        var variables = JsonSerializer.SerializeToUtf8Bytes(build.Environment, SluiceJson.Options);
        await objects.PutAsync(ObjectOf(build), new MemoryStream(variables), cancellationToken);
        return task with { Environment = [.. task.Environment.Select(variable => variable.Name == RunnerVariables.Environment ? new(RunnerVariables.EnvironmentObject, ObjectName) : variable)] };
    }

    /// <summary>There may be secrets among the variables.</summary>
    public Task ForgetAsync(BuildRecord build, CancellationToken cancellationToken) =>
        Fits(BuildTask.Of(build, account)) ? Task.CompletedTask : objects.DeleteAsync(ObjectOf(build), cancellationToken);

    private static ObjectRef ObjectOf(BuildRecord build) => build.Output with { Key = $"{build.Output.Key}/{ObjectName}" };

    /// <summary>Counted with every character escaped that anybody may escape, since it is not told how ECS writes them.</summary>
    private static bool Fits(BuildTask task) =>
        JsonSerializer.Serialize(task.Environment, Escaping).Length <= MostCharacters;

    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Default };
}
