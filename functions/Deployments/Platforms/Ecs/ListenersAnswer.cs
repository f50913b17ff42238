namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the load balancer answers to <c>DescribeListeners</c>.</summary>
public sealed record ListenersAnswer(IReadOnlyList<ListenerAnswer>? Listeners)
{
    internal ListenerAnswer? Find(string listenerArn) => (Listeners ?? []).FirstOrDefault(listener => listener.ListenerArn == listenerArn);
}
