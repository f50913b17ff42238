namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What ECS answers to <c>DescribeServices</c>.</summary>
public sealed record ServicesAnswer(IReadOnlyList<ServiceAnswer>? Services);
