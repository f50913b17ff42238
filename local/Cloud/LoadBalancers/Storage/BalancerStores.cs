using Sluice.Local.Cloud.Files;

namespace Sluice.Local.Cloud.LoadBalancers.Storage;

/// <summary>All that is remembered of load balancing. Who decides by what is there and then writes holds <see cref="Gate"/> meanwhile.</summary>
internal sealed class BalancerStores(string folder)
{
    public Lock Gate { get; } = new();

    public RecordStore<LoadBalancerRecord> LoadBalancers { get; } = new(Path.Combine(folder, "load-balancers"), record => record.Arn);

    public RecordStore<TargetGroupRecord> TargetGroups { get; } = new(Path.Combine(folder, "target-groups"), record => record.Arn);

    public RecordStore<ListenerRecord> Listeners { get; } = new(Path.Combine(folder, "listeners"), record => record.Arn);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public LoadBalancerRecord LoadBalancer(string? arn) => LoadBalancers.Find(arn ?? "") ?? throw LoadBalancingErrors.NoLoadBalancer(arn ?? "");

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public TargetGroupRecord TargetGroup(string? arn) => TargetGroups.Find(arn ?? "") ?? throw LoadBalancingErrors.NoTargetGroup(arn ?? "");

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public ListenerRecord Listener(string? arn) => Listeners.Find(arn ?? "") ?? throw LoadBalancingErrors.NoListener(arn ?? "");

    /// <summary>The load balancer that a target group gets requests from; null if no listener forwards to it.</summary>
    public string? UserOf(string targetGroupArn) =>
        Listeners.All.FirstOrDefault(listener => listener.Groups.Any(group => group.TargetGroupArn == targetGroupArn))?.LoadBalancerArn;
}
