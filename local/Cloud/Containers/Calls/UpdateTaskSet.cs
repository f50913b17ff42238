using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Changes a task set's part of the desired count.</summary>
internal sealed class UpdateTaskSet(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity, TimeProvider time) : EcsCall<UpdateTaskSet.Input>("updateTaskSet")
{
    protected override JsonObject Answer(Input input)
    {
        var percent = ScaleShape.Percent(input.Scale);
        var changed = stores.Change(
            input.Cluster, input.Service, service => service.With(service.TaskSet(input.TaskSet) with { Percent = percent, UpdatedAt = time.GetUtcNow() }));
        scheduler.Reconcile(changed);
        var set = changed.TaskSet(input.TaskSet);
        return new JsonObject { ["TaskSet"] = TaskSetShape.Of(changed, set, scheduler.RunnerOf(set), identity) };
    }

    /// <summary>ECS's UpdateTaskSetRequest.</summary>
    internal sealed record Input(string? Cluster, string Service, string? TaskSet, ScaleShape? Scale);
}
