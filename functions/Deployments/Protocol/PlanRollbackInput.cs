namespace Sluice.Deployments.Protocol;

/// <summary>The part of the state data that <see cref="Returning.PlanRollback"/> reads.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Failure">What made the machine turn back.</param>
/// <param name="Tries">How often restoring was tried.</param>
public sealed record PlanRollbackInput(string DeploymentId, CaughtError? Failure, int Tries) : MachineInput
{
    /// <summary>How long the machine has waited since the decision before; null if it has not.</summary>
    public int? WaitSeconds { get; init; }
}
