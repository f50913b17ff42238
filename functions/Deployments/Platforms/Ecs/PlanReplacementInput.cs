namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the machine found before anything is changed.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Services">The service.</param>
/// <param name="TargetGroups">The two target groups.</param>
/// <param name="Listeners">The listeners.</param>
public sealed record PlanReplacementInput(string DeploymentId, ServicesAnswer Services, TargetGroupsAnswer TargetGroups, ListenersAnswer Listeners)
{
    /// <summary>What the machine registered; null if there was nothing to register.</summary>
    public RegisteredTaskDefinition? Registered { get; init; }
}
