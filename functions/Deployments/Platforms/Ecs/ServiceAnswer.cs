namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A service, as far as it is read.</summary>
/// <param name="Status">ACTIVE, DRAINING or INACTIVE.</param>
/// <param name="DesiredCount">How many tasks it shall have.</param>
/// <param name="LaunchType">EC2, FARGATE or EXTERNAL.</param>
/// <param name="DeploymentController">Who deploys it.</param>
/// <param name="TaskSets">Its task sets.</param>
public sealed record ServiceAnswer(
    string? Status, int DesiredCount, string? LaunchType, DeploymentController? DeploymentController, IReadOnlyList<TaskSetAnswer>? TaskSets);
