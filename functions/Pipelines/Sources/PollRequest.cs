namespace Sluice.Pipelines.Sources;

/// <summary>What a poll is asked for; a schedule's event asks for everything that is due.</summary>
/// <param name="PipelineName">Only this pipeline, due or not; null is all that are due.</param>
public sealed record PollRequest(string? PipelineName = null);
