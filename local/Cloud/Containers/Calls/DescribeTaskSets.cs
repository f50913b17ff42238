using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>All task sets of a service, or those that are asked for; one that is not there is a failure in the answer.</summary>
internal sealed class DescribeTaskSets(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity) : EcsCall<DescribeTaskSets.Input>("describeTaskSets")
{
    protected override JsonObject Answer(Input input)
    {
        var service = stores.Service(input.Cluster, input.Service);
        var asked = input.TaskSets ?? [];
        var found = asked.Count == 0 ? service.TaskSets : [.. asked.Select(service.Find).OfType<TaskSetRecord>()];
        return new JsonObject
        {
            ["TaskSets"] = new JsonArray([.. found.Select(set => TaskSetShape.Of(service, set, scheduler.RunnerOf(set), identity))]),
            ["Failures"] = new JsonArray([.. asked.Where(name => service.Find(name) is null).Select(name => new JsonObject { ["Arn"] = name, ["Reason"] = "MISSING" })]),
        };
    }

    /// <summary>ECS's DescribeTaskSetsRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, IReadOnlyList<string>? TaskSets, IReadOnlyList<string>? Include);
}
