namespace Sluice.Local.Commands.Seeing;

/// <summary>What <c>list --json</c> prints.</summary>
internal sealed record PipelineOverviews(IReadOnlyList<PipelineOverview> Pipelines);
