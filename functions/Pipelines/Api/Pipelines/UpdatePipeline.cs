using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Gives a pipeline a new version. Runs go on by the version that they began with.</summary>
public sealed class UpdatePipeline : IOperation<UpdatePipelineInput, UpdatePipelineOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly Shown _shown;

    internal UpdatePipeline(PipelineCatalog pipelines, Shown shown) => (_pipelines, _shown) = (pipelines, shown);

    /// <inheritdoc/>
    public async Task<UpdatePipelineOutput> RunAsync(UpdatePipelineInput input, OperationContext context, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await _pipelines.ReplaceAsync(input.Pipeline, cancellationToken);
            return new UpdatePipelineOutput { Pipeline = await _shown.OfAsync(stored.Pipeline, cancellationToken) };
        }
        catch (PipelineNotFoundException e)
        {
            // The original's model has no other error for it.
            throw InvalidRequest.Of(e.Message);
        }
    }
}
