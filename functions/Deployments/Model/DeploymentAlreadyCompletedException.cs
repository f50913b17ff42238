namespace Sluice.Deployments.Model;

/// <summary>The deployment has ended, or has no way back any more: then it has no outcome yet.</summary>
public sealed class DeploymentAlreadyCompletedException(string deploymentId, DeploymentOutcome? outcome)
    : Exception(outcome is null
        ? $"Deployment {deploymentId} has moved all traffic and is ending the original: it cannot be stopped any more."
        : $"Deployment {deploymentId} has ended: {outcome}.");
