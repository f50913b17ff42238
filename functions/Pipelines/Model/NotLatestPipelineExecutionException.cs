using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>A newer run has come to the stage since.</summary>
public sealed class NotLatestPipelineExecutionException(string stage, string id)
    : ApiException(nameof(NotLatestPipelineExecutionException), $"The run '{id}' is not the latest in the stage '{stage}': a newer one has come to it since.");
