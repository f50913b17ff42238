using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The run cannot be gone back to.</summary>
public sealed class PipelineExecutionOutdatedException(string id, string why)
    : ApiException(nameof(PipelineExecutionOutdatedException), $"The run '{id}' is outdated: {why}.");
