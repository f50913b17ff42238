using System.Text.Json.Serialization;

namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>What the event tells.</summary>
/// <param name="PipelineExecutionId">The run.</param>
public sealed record RunEndedDetail([property: JsonPropertyName("execution-id")] string? PipelineExecutionId);
