using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>Some pipelines by name; <paramref name="NextToken"/> is null when there are no more.</summary>
public sealed record PipelinePage(IReadOnlyList<StoredPipeline> Pipelines, string? NextToken);
