using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The pipeline has no such version.</summary>
public sealed class PipelineVersionNotFoundException(string pipeline, int version)
    : ApiException(nameof(PipelineVersionNotFoundException), $"The pipeline '{pipeline}' has no version {version}.");
