using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>What ECS demands of a new task set.</summary>
internal static class TaskSetRules
{
    public const int MostTaskSets = 5;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The service cannot have another task set.</exception>
    public static void CheckService(ServiceRecord service)
    {
        if (!service.HasTaskSets)
        {
            throw EcsErrors.InvalidParameter(
                $"The service {service.Name} has the deployment controller {service.Controller}; task sets need EXTERNAL or CODE_DEPLOY, which is said when a service is created.");
        }

        if (service.TaskSets.Count >= MostTaskSets)
        {
            throw EcsErrors.TooManyTaskSets(MostTaskSets);
        }
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The tasks cannot be registered there.</exception>
    public static IReadOnlyList<TaskSetBalancer> Balancers(IReadOnlyList<LoadBalancerShape>? balancers, ContainerRecord container, TargetFleet targets) =>
        [.. (balancers ?? []).Select(balancer => Balancer(balancer, container, targets))];

    private static TaskSetBalancer Balancer(LoadBalancerShape balancer, ContainerRecord container, TargetFleet targets)
    {
        if (balancer is not { TargetGroupArn: { } arn, ContainerName: { } name, ContainerPort: { } port })
        {
            throw EcsErrors.InvalidParameter("A load balancer of a task set needs targetGroupArn, containerName and containerPort.");
        }

        var group = targets.Find(arn) ?? throw EcsErrors.InvalidParameter($"The specified target group does not exist: {arn}.");
        var fault = balancer switch
        {
            _ when name != container.Name => $"The container {name} does not exist in the task definition.",
            _ when !container.Ports.Contains(port) => $"The container {name} did not have a container port {port} defined.",
            _ when group.User is null => $"The target group with targetGroupArn {arn} does not have an associated load balancer.",
            _ => null,
        };
        return fault is null ? new TaskSetBalancer(arn, name, port) : throw EcsErrors.InvalidParameter(fault);
    }
}
