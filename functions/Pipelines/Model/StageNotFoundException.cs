using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The pipeline has no stage of this name.</summary>
public sealed class StageNotFoundException(string pipeline, string stage)
    : ApiException(nameof(StageNotFoundException), $"The pipeline '{pipeline}' has no stage '{stage}'.");
