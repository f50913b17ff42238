namespace Sluice.Deployments.Ecs;

/// <summary>ECS's part of a plan: a service whose deployment controller we may use gets a replacement task set, and its listener's traffic moves there.</summary>
/// <param name="ClusterName">The cluster's name.</param>
/// <param name="ServiceName">The service's name.</param>
/// <param name="TaskSet">The replacement.</param>
/// <param name="TargetGroups">The names of the two target groups; which of them is live is read from the listener, they swap roles each deployment.</param>
/// <param name="ProductionListener">The ARN of the listener whose traffic is moved.</param>
/// <param name="TestListener">The ARN of a listener that gets the replacement before any production traffic; optional.</param>
/// <param name="Waits">How long the deployment waits for people and for health.</param>
public sealed record EcsPlan(
    string ClusterName,
    string ServiceName,
    TaskSetPlan TaskSet,
    IReadOnlyList<string> TargetGroups,
    string ProductionListener,
    string? TestListener,
    EcsWaits Waits)
{
    /// <summary>For people.</summary>
    public string Service() => $"{ClusterName}/{ServiceName}";

    /// <summary>The listeners that are changed.</summary>
    public IReadOnlyList<string> Listeners() => TestListener is null ? [ProductionListener] : [ProductionListener, TestListener];
}
