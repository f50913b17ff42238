using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>
/// Creates a service: with the deployment controller EXTERNAL without task sets, with CODE_DEPLOY with its first one, as in ECS. One that ECS itself deploys is kept and shown, and runs nothing here.
/// </summary>
internal sealed partial class CreateService(
    ContainerStores stores, ServiceScheduler scheduler, TargetFleet targets, CloudIdentity identity, NewTaskSet sets, TimeProvider time)
    : EcsCall<CreateService.Input>("createService")
{
    protected override JsonObject Answer(Input input)
    {
        var controller = input.DeploymentController?.Type ?? "ECS";
        Check(input, controller);
        var service = stores.Alone(() => Create(input, controller));
        if (service.HasTaskSets)
        {
            scheduler.Reconcile(service);
        }
        else
        {
            scheduler.EventsOf(service).Tell($"has the deployment controller {controller}: this machine keeps it and runs none of its tasks.");
        }

        return new JsonObject { ["Service"] = ServiceShape.Of(service, scheduler, identity) };
    }

    private static void Check(Input input, string controller)
    {
        var fault = input switch
        {
            _ when !NameForm().IsMatch(input.ServiceName ?? "") => $"The service's name '{input.ServiceName}' must be 1 to 255 letters, digits, '-' and '_'.",
            { DesiredCount: < 0 } => "desiredCount cannot be negative.",
            { SchedulingStrategy: not (null or "REPLICA") } => $"The scheduling strategy is '{input.SchedulingStrategy}'; this machine has REPLICA.",
            { TaskDefinition: not null } when controller == ServiceRecord.External => "A task definition belongs to the task sets of a service with an EXTERNAL deployment controller.",
            { LoadBalancers: not null } when controller == ServiceRecord.External => "Load balancers belong to the task sets of a service with an EXTERNAL deployment controller.",
            { TaskDefinition: null } when controller != ServiceRecord.External => "TaskDefinition cannot be blank.",
            { LoadBalancers: null or { Count: 0 } } when controller == ServiceRecord.CodeDeploy => "A service with a CODE_DEPLOY deployment controller needs a load balancer: the target group of its first task set.",
            _ => null,
        };
        if (fault is not null)
        {
            throw EcsErrors.InvalidParameter(fault);
        }
    }

    private ServiceRecord Create(Input input, string controller)
    {
        var cluster = stores.Cluster(input.Cluster).Name;
        if (stores.FindService(cluster, input.ServiceName!) is { Status: not ServiceRecord.Inactive } there)
        {
            return there.Controller == controller && there.DesiredCount == (input.DesiredCount ?? 0)
                ? there
                : throw EcsErrors.InvalidParameter("Creation of service was not idempotent.");
        }

        var shown = AwsJson.Write(new Kept(
            input.TaskDefinition, input.LoadBalancers, input.LaunchType, input.PlatformVersion, input.NetworkConfiguration, input.CapacityProviderStrategy, input.Tags)).AsObject();
        var record = new ServiceRecord(
            identity.EcsArn($"service/{cluster}/{input.ServiceName}"), cluster, input.ServiceName!, ServiceRecord.Active, controller, input.DesiredCount ?? 0, First(input, controller, cluster), shown, time.GetUtcNow());
        stores.Services.Save(record);
        return record;
    }

    // CodeDeploy's own services have an original from the beginning.
    private IReadOnlyList<TaskSetRecord> First(Input input, string controller, string cluster)
    {
        if (controller != ServiceRecord.CodeDeploy)
        {
            return [];
        }

        var definition = stores.Definition(input.TaskDefinition!);
        var shown = AwsJson.Write(new KeptBySet(input.LaunchType, input.PlatformVersion, input.NetworkConfiguration, input.CapacityProviderStrategy)).AsObject();
        return [sets.Of(cluster, input.ServiceName!, definition, TaskSetRules.Balancers(input.LoadBalancers, definition.Container, targets), shown) with { Status = TaskSetStatus.Primary }];
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();

    /// <summary>ECS's CreateServiceRequest.</summary>
    internal sealed record Input(
        string? Cluster,
        string? ServiceName,
        int? DesiredCount,
        ControllerShape? DeploymentController,
        string? SchedulingStrategy,
        string? TaskDefinition,
        IReadOnlyList<LoadBalancerShape>? LoadBalancers,
        string? LaunchType,
        string? PlatformVersion,
        JsonNode? NetworkConfiguration,
        JsonNode? CapacityProviderStrategy,
        JsonNode? DeploymentConfiguration,
        string? ClientToken,
        string? PropagateTags,
        JsonNode? Tags);

    /// <summary>ECS's DeploymentController.</summary>
    internal sealed record ControllerShape(string? Type);

    private sealed record Kept(
        string? TaskDefinition, IReadOnlyList<LoadBalancerShape>? LoadBalancers, string? LaunchType, string? PlatformVersion, JsonNode? NetworkConfiguration, JsonNode? CapacityProviderStrategy, JsonNode? Tags);

    private sealed record KeptBySet(string? LaunchType, string? PlatformVersion, JsonNode? NetworkConfiguration, JsonNode? CapacityProviderStrategy);
}
