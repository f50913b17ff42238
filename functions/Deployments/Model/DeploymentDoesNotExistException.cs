namespace Sluice.Deployments.Model;

/// <summary>There is no deployment of this id.</summary>
public sealed class DeploymentDoesNotExistException(string deploymentId) : Exception($"There is no deployment '{deploymentId}'.");
