using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>As many runs as there may be are under way.</summary>
public sealed class ConcurrentPipelineExecutionsLimitExceededException(string pipeline, int most)
    : ApiException(nameof(ConcurrentPipelineExecutionsLimitExceededException), $"The pipeline '{pipeline}' has {most} runs under way, which is as many as it may have; start it when one has ended, or stop one.");
