namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>The replacement task set as the appspec asks for it; what is null is taken from the original task set.</summary>
/// <param name="TaskDefinition">The task definition's ARN, or family:revision.</param>
/// <param name="ContainerName">The container that the target group sends to.</param>
/// <param name="ContainerPort">Its port.</param>
/// <param name="PlatformVersion">Fargate's platform version.</param>
/// <param name="Network">For task definitions with the network mode awsvpc.</param>
/// <param name="CapacityProviders">Instead of a launch type.</param>
internal sealed record TaskSetPlan(
    string TaskDefinition,
    string ContainerName,
    int ContainerPort,
    string? PlatformVersion,
    TaskSetNetwork? Network,
    IReadOnlyList<CapacityProviderItem>? CapacityProviders)
{
    /// <summary>The task definition, if the deployment makes it; then its ARN is not known before.</summary>
    public NewTaskDefinition? Registration { get; init; }
}
