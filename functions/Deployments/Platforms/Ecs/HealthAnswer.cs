namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the load balancer answers to <c>DescribeTargetHealth</c>.</summary>
public sealed record HealthAnswer(IReadOnlyList<TargetHealthDescription>? TargetHealthDescriptions);
