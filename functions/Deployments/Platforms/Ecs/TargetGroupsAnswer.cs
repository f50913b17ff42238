namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the load balancer answers to <c>DescribeTargetGroups</c>.</summary>
public sealed record TargetGroupsAnswer(IReadOnlyList<TargetGroupAnswer>? TargetGroups);
