namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What <see cref="ExecutionStops"/> takes.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="Abandon">Whether to leave running actions behind at once instead of waiting for them.</param>
/// <param name="Reason">At most 200 characters.</param>
public sealed record StopRequestInput(string PipelineName, string PipelineExecutionId, bool Abandon = false, string? Reason = null);
