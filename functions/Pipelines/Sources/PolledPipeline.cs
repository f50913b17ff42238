namespace Sluice.Pipelines.Sources;

/// <summary>A pipeline that was looked at.</summary>
/// <param name="PipelineName">Which one.</param>
/// <param name="Next">The pause before the next look.</param>
public sealed record PolledPipeline(string PipelineName, TimeSpan Next);
