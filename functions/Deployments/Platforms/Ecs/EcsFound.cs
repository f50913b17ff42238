namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the machine has read since its last decision, as far as it has.</summary>
/// <param name="Listeners">The listeners.</param>
/// <param name="TaskSets">The service's task sets.</param>
/// <param name="Health">The targets of the step's target group.</param>
internal sealed record EcsFound(ListenersAnswer? Listeners, TaskSetsAnswer? TaskSets, HealthAnswer? Health);
