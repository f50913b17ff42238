namespace Sluice.Platform.Runs;

/// <summary>EventBridge's <c>Step Functions Execution Status Change</c>, as it is delivered: the one event by which a service learns that a machine has left its work undone.</summary>
public sealed record ExecutionEndEvent(ExecutionEnd? Detail);
