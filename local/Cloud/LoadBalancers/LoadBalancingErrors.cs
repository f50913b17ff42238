using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.LoadBalancers;

/// <summary>Elastic Load Balancing's errors as a machine sees them. ValidationError is in no model of the service's, so it arrives under the service's own name.</summary>
internal static class LoadBalancingErrors
{
    public const string Unmodelled = Service + "ElasticLoadBalancingV2Exception";

    private const string Service = "ElasticLoadBalancingV2.";

    public static TaskFailedException Validation(string message) => new(Unmodelled, $"ValidationError: {message}");

    public static TaskFailedException NoLoadBalancer(string name) => new(Service + "LoadBalancerNotFoundException", $"Load balancers '[{name}]' not found");

    public static TaskFailedException NoTargetGroup(string name) => new(Service + "TargetGroupNotFoundException", $"Target groups '{name}' not found");

    public static TaskFailedException NoListener(string name) => new(Service + "ListenerNotFoundException", $"Listeners '{name}' not found");

    public static TaskFailedException LoadBalancerExists(string name) =>
        new(Service + "DuplicateLoadBalancerNameException", $"A load balancer with the same name '{name}' exists, but with different settings");

    public static TaskFailedException TargetGroupExists(string name) =>
        new(Service + "DuplicateTargetGroupNameException", $"A target group with the same name '{name}' exists, but with different settings");

    public static TaskFailedException ListenerExists(int port) => new(Service + "DuplicateListenerException", $"A listener already exists on port {port} of this load balancer");

    public static TaskFailedException InUse(string what, string user) => new(Service + "ResourceInUseException", $"{what} is currently in use by {user}");

    public static TaskFailedException OfAnotherLoadBalancer(string targetGroup) => new(
        Service + "TargetGroupAssociationLimitException", $"The target group {targetGroup} is used by another load balancer already; it can be used by one");

    public static TaskFailedException TooManyGroups(int count) => new(
        Service + "TooManyTargetGroupsException", $"A forward action has 1 to 5 target groups, and this one has {count}");

    public static TaskFailedException InvalidAction(string message) => new(Service + "InvalidLoadBalancerActionException", message);

    public static TaskFailedException InvalidConfiguration(string message) => new(Service + "InvalidConfigurationRequestException", message);

    public static TaskFailedException Protocol(string given) => new(
        Service + "UnsupportedProtocolException", $"The protocol is '{given}'; HTTP is what load balancers of this machine speak");

    public static TaskFailedException InvalidTarget(string message) => new(Service + "InvalidTargetException", message);
}
