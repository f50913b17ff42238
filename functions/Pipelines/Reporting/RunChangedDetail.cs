using System.Text.Json.Serialization;

namespace Sluice.Pipelines.Reporting;

/// <summary>What the event tells.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
public sealed record RunChangedDetail(string? Pipeline, [property: JsonPropertyName("execution-id")] string? PipelineExecutionId);
