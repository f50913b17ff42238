namespace Sluice.Deployments.Notifying;

/// <summary>The detail of such an event, as far as it is read.</summary>
/// <param name="DeploymentId">Of which deployment.</param>
/// <param name="State"><c>START</c>, <c>READY</c>, <c>SUCCESS</c>, <c>FAILURE</c> or <c>STOP</c>.</param>
/// <param name="Sequence">Tells it from the deployment's other events.</param>
/// <param name="InstanceId">The target; null in an event of the deployment.</param>
public sealed record StateChange(string DeploymentId, string State, long Sequence, string? InstanceId);
