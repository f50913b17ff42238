namespace Sluice.Pipelines.Model;

/// <summary>A stage that a run has entered.</summary>
internal sealed record RunStage(string StageName, StageExecutionStatus Status, IReadOnlyList<RunAction> Actions);
