namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>ECS's <c>DeploymentController</c>: ECS, CODE_DEPLOY or EXTERNAL.</summary>
public sealed record DeploymentController(string? Type);
