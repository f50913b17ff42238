namespace Sluice.Pipelines.Model;

/// <summary>A stage that a run has entered.</summary>
internal sealed record StageExecution(string StageName, StageExecutionStatus Status, IReadOnlyList<ActionExecution> Actions);
