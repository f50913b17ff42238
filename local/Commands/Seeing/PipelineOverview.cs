using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>A pipeline with its newest run.</summary>
internal sealed record PipelineOverview(string? Name, int? Version, PipelineType? PipelineType, ExecutionMode? ExecutionMode, DateTimeOffset? Created, DateTimeOffset? Updated, PipelineExecutionSummary? LatestExecution);
