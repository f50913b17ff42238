namespace Sluice.Deployments.Model;

/// <summary>What the group said when the deployment was made.</summary>
public sealed record GroupTerms
{
    /// <summary>When it is rolled back.</summary>
    public AutoRollbackConfiguration? AutoRollbackConfiguration { get; init; }

    /// <summary>In place or blue/green.</summary>
    public DeploymentStyle? DeploymentStyle { get; init; }

    /// <summary>How a blue/green deployment waits.</summary>
    public BlueGreenDeploymentConfiguration? BlueGreenDeploymentConfiguration { get; init; }

    /// <summary>The load balancer.</summary>
    public LoadBalancerInfo? LoadBalancerInfo { get; init; }
}
