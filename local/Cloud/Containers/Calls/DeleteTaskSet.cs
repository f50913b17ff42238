using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Ends a task set: it is DRAINING until its tasks have ended, and then gone. One that has tasks still is ended by force only.</summary>
internal sealed class DeleteTaskSet(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity, TimeProvider time) : EcsCall<DeleteTaskSet.Input>("deleteTaskSet")
{
    protected override JsonObject Answer(Input input)
    {
        var changed = stores.Change(input.Cluster, input.Service, service => Ended(service, service.TaskSet(input.TaskSet), input.Force ?? false));
        var set = changed.TaskSet(input.TaskSet);
        scheduler.Reconcile(changed);
        return new JsonObject { ["TaskSet"] = TaskSetShape.Of(changed, set, scheduler.RunnerOf(set), identity) };
    }

    private ServiceRecord Ended(ServiceRecord service, TaskSetRecord set, bool force)
    {
        if (!force && set.DesiredCount(service.DesiredCount) > 0)
        {
            throw EcsErrors.InvalidParameter($"The task set {set.Arn} is scaled to {set.Percent} %: it can be deleted when it is scaled to 0, or by force.");
        }

        return service.With(set with { Status = TaskSetStatus.Draining, UpdatedAt = time.GetUtcNow() });
    }

    /// <summary>ECS's DeleteTaskSetRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, string? TaskSet, bool? Force);
}
