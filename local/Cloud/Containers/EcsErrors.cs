using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Containers;

/// <summary>ECS's errors as a machine sees them.</summary>
internal static class EcsErrors
{
    public const string Invalid = "Ecs.InvalidParameterException";

    public static TaskFailedException InvalidParameter(string message) => new(Invalid, message);

    public static TaskFailedException Client(string message) => new("Ecs.ClientException", message);

    public static TaskFailedException NoCluster(string name) => new("Ecs.ClusterNotFoundException", $"Cluster not found: {name}.");

    public static TaskFailedException NoService(string name) => new("Ecs.ServiceNotFoundException", $"Service not found: {name}.");

    public static TaskFailedException NotActive(string name) => new("Ecs.ServiceNotActiveException", $"Service was not ACTIVE: {name}.");

    public static TaskFailedException NoTaskSet(string name) => new("Ecs.TaskSetNotFoundException", $"The specified task set was not found: {name}.");

    public static TaskFailedException TooManyTaskSets(int most) => new("Ecs.LimitExceededException", $"A service has at most {most} task sets.");

    public static TaskFailedException Unsupported(string message) => new("Ecs.UnsupportedFeatureException", message);
}
