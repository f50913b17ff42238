using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Says which task set is the service's; the one before is ACTIVE then.</summary>
internal sealed class UpdateServicePrimaryTaskSet(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity, TimeProvider time)
    : EcsCall<UpdateServicePrimaryTaskSet.Input>("updateServicePrimaryTaskSet")
{
    protected override JsonObject Answer(Input input)
    {
        var changed = stores.Change(input.Cluster, input.Service, service => Promoted(service, service.TaskSet(input.PrimaryTaskSet)));
        var set = changed.TaskSet(input.PrimaryTaskSet);
        return new JsonObject { ["TaskSet"] = TaskSetShape.Of(changed, set, scheduler.RunnerOf(set), identity) };
    }

    private ServiceRecord Promoted(ServiceRecord service, TaskSetRecord chosen)
    {
        if (chosen.Status == TaskSetStatus.Draining)
        {
            throw EcsErrors.InvalidParameter($"The task set {chosen.Arn} is being deleted.");
        }

        return service with { TaskSets = [.. service.TaskSets.Select(set => Changed(set, set.Arn == chosen.Arn))] };
    }

    private TaskSetRecord Changed(TaskSetRecord set, bool isChosen) => (set.Status, isChosen) switch
    {
        (TaskSetStatus.Active, true) => set with { Status = TaskSetStatus.Primary, UpdatedAt = time.GetUtcNow() },
        (TaskSetStatus.Primary, false) => set with { Status = TaskSetStatus.Active, UpdatedAt = time.GetUtcNow() },
        _ => set,
    };

    /// <summary>ECS's UpdateServicePrimaryTaskSetRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, string? PrimaryTaskSet);
}
