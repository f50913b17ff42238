namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>A request names no deployment.</summary>
public sealed class DeploymentIdRequiredException() : Exception("The request names no deployment: deploymentId is required.");
