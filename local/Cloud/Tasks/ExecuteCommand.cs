using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers;
using Sluice.Local.Cloud.Containers.Calls;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>ECS Exec: a command in a terminal of a task that runs, which begins when somebody comes to the session.</summary>
internal sealed class ExecuteCommand(TaskHost tasks, TaskSessions sessions, CloudIdentity identity, Func<string?> suiteUrl) : EcsCall<ExecuteCommand.Input>("executeCommand")
{
    protected override JsonObject Answer(Input input)
    {
        var cluster = RunTask.ClusterName(input.Cluster);
        var task = tasks.Find(cluster, input.Task ?? "") ?? throw EcsErrors.InvalidParameter($"The task '{input.Task}' does not run in the cluster '{cluster}'.");
        Check(input, task);
        var (session, token) = sessions.Open(task, input.Command!);
        return new JsonObject
        {
            ["ClusterArn"] = identity.EcsArn($"cluster/{cluster}"),
            ["ContainerArn"] = identity.EcsArn($"container/{cluster}/{task.Arn[(task.Arn.LastIndexOf('/') + 1)..]}/{task.Wanted.Container}"),
            ["ContainerName"] = task.Wanted.Container,
            ["Interactive"] = true,
            ["Session"] = new JsonObject
            {
                ["SessionId"] = session.Id,
                ["StreamUrl"] = SessionSockets.UrlOf(suiteUrl() ?? throw EcsErrors.Client("The suite has no URL yet."), session.Id),
                ["TokenValue"] = token,
            },
            ["TaskArn"] = task.Arn,
        };
    }

    private static void Check(Input input, RunningTask task)
    {
        if (input.Interactive is not true)
        {
            throw EcsErrors.InvalidParameter("Interactive must be true: ECS runs no other commands.");
        }

        if (input.Container is { } container && container != task.Wanted.Container)
        {
            throw EcsErrors.InvalidParameter($"The task has no container '{container}'; it has '{task.Wanted.Container}'.");
        }

        if (!task.Wanted.LetsIn)
        {
            throw EcsErrors.InvalidParameter("The execute command failed because execute command was not enabled when the task was run.");
        }
    }

    /// <summary>ECS's ExecuteCommandRequest.</summary>
    internal sealed record Input(string? Cluster, string? Container, string? Command, bool? Interactive, string? Task);
}
