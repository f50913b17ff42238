namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>One entry of ECS's <c>CapacityProviderStrategy</c>.</summary>
internal sealed record CapacityProviderItem(string CapacityProvider, int Weight, int Base);
