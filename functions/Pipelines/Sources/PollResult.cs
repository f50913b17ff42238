namespace Sluice.Pipelines.Sources;

/// <summary>What is new since the last poll.</summary>
/// <param name="Started">The runs that it started.</param>
/// <param name="Errors">Sources that could be read before, or failed otherwise, with the pipeline's name; each once.</param>
/// <param name="Polled">What was looked at.</param>
public sealed record PollResult(IReadOnlyList<StartedRun> Started, IReadOnlyList<SourceError> Errors, IReadOnlyList<PolledPipeline> Polled);
