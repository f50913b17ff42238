using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers;
using Sluice.Local.Cloud.Containers.Calls;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>Tasks that run. What has stopped is forgotten here at once.</summary>
internal sealed class ListTasks(TaskHost tasks) : EcsCall<ListTasks.Input>("listTasks")
{
    private const int Most = 100;

    protected override JsonObject Answer(Input input)
    {
        var limit = input.MaxResults ?? Most;
        if (limit is < 1 or > Most)
        {
            throw EcsErrors.InvalidParameter($"MaxResults must be 1 to {Most}.");
        }

        var found = input.DesiredStatus == "STOPPED" ? [] : tasks.Of(RunTask.ClusterName(input.Cluster)).Where(task => IsWanted(task, input)).ToList();
        var page = ListingPage<RunningTask>.Of(found, task => task.Arn, input.NextToken, limit, () => EcsErrors.InvalidParameter("Invalid token."));
        var answer = new JsonObject { ["TaskArns"] = new JsonArray([.. page.Items.Select(task => JsonValue.Create(task.Arn))]) };
        if (page.NextToken is { } next)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private static bool IsWanted(RunningTask task, Input input) =>
        (input.Family is null || input.Family == task.Wanted.Definition) && (input.StartedBy is null || input.StartedBy == WantedTask.StartedBy) && input.LaunchType is null or "FARGATE";

    /// <summary>ECS's ListTasksRequest, without what is of instances and services, which tasks here have none of.</summary>
    internal sealed record Input(string? Cluster, string? Family, string? StartedBy, string? DesiredStatus, string? LaunchType, int? MaxResults, string? NextToken);
}
