namespace Sluice.Deployments.Protocol;

/// <summary>The step that the machine has done, and what the alarms said since.</summary>
/// <param name="State">The state data.</param>
/// <param name="RetryCount">Which delivery of the task this is (<c>$$.State.RetryCount</c>).</param>
public sealed record NextStepInput(NextStepState State, int RetryCount);
