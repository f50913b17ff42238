namespace Sluice.Deployments.Protocol;

/// <summary>A wait of the machine and what was read back.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Step">Its step.</param>
/// <param name="Attempt">Which wait of the step.</param>
/// <param name="TaskToken">Completes the wait: a bearer secret.</param>
/// <param name="RetryCount">Which delivery of the task this is.</param>
public sealed record BakeInput(string DeploymentId, int Step, int Attempt, string TaskToken, int RetryCount) : MachineInput;
