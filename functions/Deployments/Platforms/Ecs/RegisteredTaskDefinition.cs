namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What ECS answers to <c>RegisterTaskDefinition</c>, as far as it is read.</summary>
/// <param name="TaskDefinitionArn">With its revision.</param>
public sealed record RegisteredTaskDefinition(string? TaskDefinitionArn);
