using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>There is no pipeline of this name.</summary>
public sealed class PipelineNotFoundException(string name)
    : ApiException(nameof(PipelineNotFoundException), $"There is no pipeline '{name}'.");
