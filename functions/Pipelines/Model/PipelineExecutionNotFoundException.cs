using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The pipeline has no such run.</summary>
public sealed class PipelineExecutionNotFoundException(string pipeline, string id)
    : ApiException(nameof(PipelineExecutionNotFoundException), $"The pipeline '{pipeline}' has no run '{id}'.");
