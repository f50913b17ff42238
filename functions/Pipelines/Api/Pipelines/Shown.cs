using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>A pipeline's declaration as it is shown: as it was taken, but for what is secret.</summary>
internal static class Shown
{
    public static PipelineDeclaration Of(PipelineDeclaration pipeline) => pipeline with
    {
        ExecutionMode = pipeline.Mode(),
        PipelineType = pipeline.PipelineType ?? PipelineType.V2,
        Stages = [.. pipeline.Stages.Select(stage => stage with { Actions = [.. stage.Actions.Select(action => action with { Configuration = Secrets.Masked(action) })] })],
    };
}
