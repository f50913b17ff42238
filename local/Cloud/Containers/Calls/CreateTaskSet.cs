using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Starts a task set. The same request with the same client token answers the one that is there.</summary>
internal sealed class CreateTaskSet(ContainerStores stores, ServiceScheduler scheduler, TargetFleet targets, CloudIdentity identity, NewTaskSet sets)
    : EcsCall<CreateTaskSet.Input>("createTaskSet")
{
    protected override JsonObject Answer(Input input)
    {
        TaskSetRecord? set = null;
        var changed = stores.Change(input.Cluster, input.Service, service =>
        {
            set = Known(service, input);
            if (set is not null)
            {
                return service;
            }

            set = New(service, input);
            return service with { TaskSets = [.. service.TaskSets, set] };
        });
        scheduler.Reconcile(changed);
        return new JsonObject { ["TaskSet"] = TaskSetShape.Of(changed, set!, scheduler.RunnerOf(set!), identity) };
    }

    private static TaskSetRecord? Known(ServiceRecord service, Input input)
    {
        var known = input.ClientToken is null ? null : service.TaskSets.FirstOrDefault(set => set.ClientToken == input.ClientToken);
        return known is null || known.Request == Request(input) ? known : throw EcsErrors.InvalidParameter("Creation of task set was not idempotent.");
    }

    private static string Request(Input input) => AwsJson.Write(input).ToJsonString(AwsJson.Options);

    private TaskSetRecord New(ServiceRecord service, Input input)
    {
        TaskSetRules.CheckService(service);
        var definition = stores.Definition(input.TaskDefinition);
        var balancers = TaskSetRules.Balancers(input.LoadBalancers, definition.Container, targets);
        var shown = new Kept(input.LaunchType, input.PlatformVersion, input.NetworkConfiguration, input.CapacityProviderStrategy, input.ServiceRegistries, input.Tags);
        return sets.Of(service.Cluster, service.Name, definition, balancers, AwsJson.Write(shown).AsObject()) with
        {
            ExternalId = input.ExternalId, ClientToken = input.ClientToken, Request = Request(input), Percent = ScaleShape.Percent(input.Scale),
        };
    }

    /// <summary>ECS's CreateTaskSetRequest.</summary>
    internal sealed record Input(
        string? Cluster,
        string Service,
        string TaskDefinition,
        string? ExternalId,
        string? ClientToken,
        ScaleShape? Scale,
        IReadOnlyList<LoadBalancerShape>? LoadBalancers,
        string? LaunchType,
        string? PlatformVersion,
        JsonNode? NetworkConfiguration,
        JsonNode? CapacityProviderStrategy,
        JsonNode? ServiceRegistries,
        JsonNode? Tags);

    private sealed record Kept(
        string? LaunchType, string? PlatformVersion, JsonNode? NetworkConfiguration, JsonNode? CapacityProviderStrategy, JsonNode? ServiceRegistries, JsonNode? Tags);
}
