namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>The load balancer's word on a target: initial, healthy, unhealthy, unused, draining or unavailable, and why.</summary>
public sealed record TargetHealth(string? State, string? Reason, string? Description);
