namespace Sluice.Pipelines.Model;

/// <summary>An item that stands for a run.</summary>
internal sealed record RunReference(string PipelineExecutionId);
