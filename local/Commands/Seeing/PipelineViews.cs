namespace Sluice.Local.Commands.Seeing;

/// <summary>What <c>status --json</c> prints.</summary>
internal sealed record PipelineViews(IReadOnlyList<PipelineView> Pipelines);
