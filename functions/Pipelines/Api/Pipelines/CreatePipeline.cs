using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Keeps a new pipeline. Its first run starts as soon as its sources are looked at.</summary>
public sealed class CreatePipeline : IOperation<CreatePipelineInput, CreatePipelineOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly Shown _shown;

    internal CreatePipeline(PipelineCatalog pipelines, Shown shown) => (_pipelines, _shown) = (pipelines, shown);

    /// <inheritdoc/>
    public async Task<CreatePipelineOutput> RunAsync(CreatePipelineInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var tags = TagFaults.Checked(input.Tags);
        var stored = await _pipelines.AddAsync(input.Pipeline, tags, cancellationToken);
        return new CreatePipelineOutput { Pipeline = await _shown.OfAsync(stored.Pipeline, cancellationToken), Tags = TagFaults.Shown(stored.Tags) };
    }
}
