namespace Sluice.Pipelines.Model;

/// <summary>The run has ended.</summary>
public sealed class PipelineExecutionNotStoppableException(string id, PipelineExecutionStatus status) : Exception($"The run '{id}' has ended: {status}.");
