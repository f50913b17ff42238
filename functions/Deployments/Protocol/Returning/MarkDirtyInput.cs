namespace Sluice.Deployments.Protocol.Returning;

/// <summary>Restoring failed.</summary>
public sealed record MarkDirtyInput(string DeploymentId, CaughtError? Failure);
