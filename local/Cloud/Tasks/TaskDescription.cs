using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>ECS's Task shape, as far as a process has its members.</summary>
internal static class TaskDescription
{
    public static JsonObject Running(RunningTask task, CloudIdentity identity) => Of(task, identity, "RUNNING", new JsonObject());

    public static JsonObject Stopped(RunningTask task, CloudIdentity identity, int exitCode, DateTimeOffset stoppedAt)
    {
        var container = new JsonObject { ["ExitCode"] = exitCode };
        if (exitCode != 0 && task.Errors.ToString() is { Length: > 0 } said)
        {
            container["Reason"] = said;
        }

        var description = Of(task, identity, "STOPPED", container);
        description["StopCode"] = "EssentialContainerExited";
        description["StoppedReason"] = "Essential container in task exited";
        description["StoppedAt"] = stoppedAt.ToUnixTimeMilliseconds();
        return description;
    }

    private static JsonObject Of(RunningTask task, CloudIdentity identity, string status, JsonObject container)
    {
        container["Name"] = task.Wanted.Container;
        container["TaskArn"] = task.Arn;
        container["LastStatus"] = status;
        return new JsonObject
        {
            ["TaskArn"] = task.Arn,
            ["TaskDefinitionArn"] = identity.EcsArn($"task-definition/{task.Wanted.Definition}:1"),
            ["ClusterArn"] = identity.EcsArn($"cluster/{task.Wanted.Cluster}"),
            ["Group"] = task.Wanted.Group ?? $"family:{task.Wanted.Definition}",
            ["StartedBy"] = WantedTask.StartedBy,
            ["EnableExecuteCommand"] = task.Wanted.LetsIn,
            ["LaunchType"] = "FARGATE",
            ["LastStatus"] = status,
            ["DesiredStatus"] = status,
            ["StartedAt"] = task.StartedAt.ToUnixTimeMilliseconds(),
            ["Containers"] = new JsonArray(container),
        };
    }
}
