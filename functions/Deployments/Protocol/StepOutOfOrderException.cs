namespace Sluice.Deployments.Protocol;

/// <summary>A call is of another step, wait or delivery than the one that the table says is current.</summary>
public sealed class StepOutOfOrderException(string deploymentId, string called, string current)
    : Exception($"Deployment {deploymentId} is at {current}, and was called for {called}.");
