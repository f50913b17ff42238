namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What ECS answers to <c>DescribeTaskSets</c> of a service.</summary>
public sealed record TaskSetsAnswer(IReadOnlyList<TaskSetAnswer>? TaskSets);
