using Sluice.Deployments.Platforms.Ecs;

namespace Sluice.Deployments.AppSpecs;

/// <summary>An appspec for ECS.</summary>
/// <param name="TaskSet">The replacement.</param>
public sealed record EcsAppSpec(TaskSetPlan TaskSet) : AppSpec;
