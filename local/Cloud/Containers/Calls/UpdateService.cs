using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Changes how many tasks a service is to have: its task sets have their percentage of it.</summary>
internal sealed class UpdateService(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity) : EcsCall<UpdateService.Input>("updateService")
{
    protected override JsonObject Answer(Input input)
    {
        if (input.DesiredCount < 0)
        {
            throw EcsErrors.InvalidParameter("desiredCount cannot be negative.");
        }

        var changed = stores.Change(input.Cluster, input.Service, service => service with { DesiredCount = input.DesiredCount ?? service.DesiredCount });
        scheduler.Reconcile(changed);
        return new JsonObject { ["Service"] = ServiceShape.Of(changed, scheduler, identity) };
    }

    /// <summary>ECS's UpdateServiceRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, int? DesiredCount);
}
