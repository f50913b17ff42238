namespace Sluice.Deployments.Runs;

/// <summary>Which deployment.</summary>
public sealed record DeploymentReference(string DeploymentId);
