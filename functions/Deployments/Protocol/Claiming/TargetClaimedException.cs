namespace Sluice.Deployments.Protocol.Claiming;

/// <summary>Another deployment, which has not ended, moves this target's traffic.</summary>
public sealed class TargetClaimedException(string subject, string owner)
    : Exception($"Deployment {owner} is moving the traffic of {subject} and has not ended. Wait for it, or stop it.");
