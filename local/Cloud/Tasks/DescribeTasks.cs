using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers;
using Sluice.Local.Cloud.Containers.Calls;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>A task that is not there is a failure in the answer, and none of the call.</summary>
internal sealed class DescribeTasks(TaskHost tasks, CloudIdentity identity) : EcsCall<DescribeTasks.Input>("describeTasks")
{
    private const int Most = 100;

    protected override JsonObject Answer(Input input)
    {
        var cluster = RunTask.ClusterName(input.Cluster);
        var asked = input.Tasks is { Count: >= 1 and <= Most } given ? given : throw EcsErrors.InvalidParameter($"Tasks must be 1 to {Most}.");
        var found = asked.Select(task => (Asked: task, Task: tasks.Find(cluster, task))).ToList();
        return new JsonObject
        {
            ["Tasks"] = new JsonArray([.. found.Where(one => one.Task is not null).Select(one => TaskDescription.Running(one.Task!, identity))]),
            ["Failures"] = new JsonArray([.. found.Where(one => one.Task is null).Select(one => Missing(one.Asked, cluster))]),
        };
    }

    private JsonObject Missing(string task, string cluster) => new()
    {
        ["Arn"] = task.StartsWith("arn:", StringComparison.Ordinal) ? task : identity.EcsArn($"task/{cluster}/{task}"), ["Reason"] = "MISSING",
    };

    /// <summary>ECS's DescribeTasksRequest.</summary>
    internal sealed record Input(string? Cluster, IReadOnlyList<string>? Tasks, IReadOnlyList<string>? Include);
}
