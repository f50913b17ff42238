using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>A run of another pipeline that an action started.</summary>
[Kind("pipeline")]
internal sealed record StartedRunProgress : CallingProgress
{
    /// <summary>The run; null until it is started.</summary>
    public string? PipelineExecutionId { get; init; }

    public override ProgressNote? Note() => PipelineExecutionId is { } id ? new ProgressNote(null, id, null) : null;
}
