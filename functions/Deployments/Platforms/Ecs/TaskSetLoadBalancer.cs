namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>ECS's <c>LoadBalancer</c>, as far as it is read.</summary>
public sealed record TaskSetLoadBalancer(string? TargetGroupArn);
