namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What ECS tells of a service.</summary>
/// <param name="Exists">Whether there is an active one.</param>
/// <param name="DeploymentController"><c>ECS</c>, <c>CODE_DEPLOY</c> or <c>EXTERNAL</c>; null if there is none.</param>
public sealed record EcsServiceView(bool Exists, string? DeploymentController);
