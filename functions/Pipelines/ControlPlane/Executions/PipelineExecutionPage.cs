namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Some runs; <paramref name="NextToken"/> is null when there are no more.</summary>
public sealed record PipelineExecutionPage(IReadOnlyList<PipelineExecutionView> Executions, string? NextToken);
