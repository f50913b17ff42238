using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>A pipeline's declaration as it is shown: as it was taken, but for what is secret.</summary>
internal sealed class Shown(MadeTypes types)
{
    public async Task<PipelineDeclaration> OfAsync(PipelineDeclaration pipeline, CancellationToken cancellationToken) => (await types.OfAsync(pipeline, cancellationToken)).Masked(pipeline) with
    {
        ExecutionMode = pipeline.Mode(),
        PipelineType = pipeline.PipelineType ?? PipelineType.V2,
    };
}
