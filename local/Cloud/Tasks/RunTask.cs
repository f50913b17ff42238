using System.Text.Json.Nodes;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>
/// ECS RunTask. As a job (<c>.sync</c>) it answers the task's description when the process has ended, and fails as Step Functions does when its exit code is not 0; else it answers when
/// the process runs.
/// </summary>
internal sealed class RunTask(TaskHost tasks, CloudIdentity identity, TimeProvider time, Unattended unattended) : IServiceCall
{
    private const int MostCharacters = 8192;
    private const string Invalid = "ECS.InvalidParameterException";

    public string Resource => "arn:aws:states:::ecs:runTask";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<RunTaskInput>(call, Invalid);
        CheckLength(call.Parameters?["Overrides"]);
        var container = Only(input.Overrides?.ContainerOverrides);
        var task = tasks.Start(new WantedTask(Definition(input.TaskDefinition), container?.Name ?? "main", Variables(container))
        {
            Cluster = ClusterName(input.Cluster), Group = input.Group, LetsIn = input.EnableExecuteCommand ?? false,
        });
        var accepted = new JsonObject { ["Tasks"] = new JsonArray(TaskDescription.Running(task, identity)), ["Failures"] = new JsonArray() };
        if (call.Pattern == ServicePattern.RunAJob)
        {
            call.Submitted(accepted);
            return await AwaitAsync(task, cancellationToken);
        }

        // It ends by itself or with the suite.
        _ = unattended.Beside($"The end of the task {task.Arn}", () => tasks.EndAsync(task, CancellationToken.None));
        return accepted;
    }

    /// <summary>A name, <c>name:revision</c> or an ARN.</summary>
    internal static string Definition(string? definition)
    {
        var name = definition is { Length: > 0 } ? definition[(definition.LastIndexOf('/') + 1)..] : throw new TaskFailedException(Invalid, "TaskDefinition is needed.");
        var revision = name.IndexOf(':');
        return revision < 0 ? name : name[..revision];
    }

    /// <summary>A name or an ARN; none is the default cluster.</summary>
    internal static string ClusterName(string? cluster) => cluster is { Length: > 0 } ? cluster[(cluster.LastIndexOf('/') + 1)..] : "default";

    /// <summary>As ECS has it, lest a machine that works here be refused there.</summary>
    private static void CheckLength(JsonNode? overrides)
    {
        if (overrides?.ToJsonString().Length > MostCharacters)
        {
            throw new TaskFailedException(Invalid, $"Container Overrides length must be at most {MostCharacters}");
        }
    }

    private static RunTaskInput.ContainerShape? Only(IReadOnlyList<RunTaskInput.ContainerShape>? containers) => containers switch
    {
        null or [] => null,
        [var container] => container,
        _ => throw new TaskFailedException(Invalid, "A task has one container on this machine; ContainerOverrides names more."),
    };

    private static Dictionary<string, string> Variables(RunTaskInput.ContainerShape? container)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in container?.Environment ?? [])
        {
            variables[name] = value;
        }

        return variables;
    }

    private async Task<JsonNode?> AwaitAsync(RunningTask task, CancellationToken cancellationToken)
    {
        var exitCode = await tasks.EndAsync(task, cancellationToken);
        if (tasks.IsClosed)
        {
            throw new TaskFailedException("ECS.ServerException", "The suite is stopping.");
        }

        var description = TaskDescription.Stopped(task, identity, exitCode, time.GetUtcNow());
        return exitCode == 0 ? description : throw new TaskFailedException("States.TaskFailed", description.ToJsonString(AwsJson.Options));
    }
}
