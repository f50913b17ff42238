using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Keeps a new pipeline. Its first run starts as soon as its sources are looked at.</summary>
public sealed class CreatePipeline : IOperation<CreatePipelineInput, CreatePipelineOutput>
{
    private readonly PipelineCatalog _pipelines;

    internal CreatePipeline(PipelineCatalog pipelines) => _pipelines = pipelines;

    /// <inheritdoc/>
    public async Task<CreatePipelineOutput> RunAsync(CreatePipelineInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var tags = TagFaults.Checked(input.Tags);
        var stored = await _pipelines.AddAsync(input.Pipeline, tags, cancellationToken);
        return new CreatePipelineOutput { Pipeline = Shown.Of(stored.Pipeline), Tags = TagFaults.Shown(stored.Tags) };
    }
}
