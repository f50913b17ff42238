using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Ends a service, with its task sets if it is forced. It is INACTIVE when they are gone.</summary>
internal sealed class DeleteService(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity) : EcsCall<DeleteService.Input>("deleteService")
{
    protected override JsonObject Answer(Input input)
    {
        var changed = stores.Change(input.Cluster, input.Service, service => Ended(service, input.Force ?? false));
        scheduler.Reconcile(changed);
        return new JsonObject { ["Service"] = ServiceShape.Of(changed, scheduler, identity) };
    }

    private static ServiceRecord Ended(ServiceRecord service, bool force)
    {
        if (!force && service.TaskSets.Any(set => set.DesiredCount(service.DesiredCount) > 0))
        {
            throw EcsErrors.InvalidParameter("The service cannot be stopped while its task sets are scaled above 0; force ends them too.");
        }

        return service with
        {
            Status = service.TaskSets.Count == 0 ? ServiceRecord.Inactive : ServiceRecord.Draining,
            TaskSets = [.. service.TaskSets.Select(set => set with { Status = TaskSetStatus.Draining })],
        };
    }

    /// <summary>ECS's DeleteServiceRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, bool? Force);
}
