using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The run has ended.</summary>
public sealed class PipelineExecutionNotStoppableException(string id, PipelineExecutionStatus status)
    : ApiException(nameof(PipelineExecutionNotStoppableException), $"The run '{id}' has ended: {status}.");
