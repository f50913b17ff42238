using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Takes a pipeline and all of its runs away; what runs is told to stop. An unknown one is no error.</summary>
public sealed class DeletePipeline : IOperation<DeletePipelineInput, NoOutput>
{
    private readonly PipelineDeletion _deletion;

    internal DeletePipeline(PipelineDeletion deletion) => _deletion = deletion;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DeletePipelineInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _deletion.DeleteAsync(input.Name, cancellationToken);
        return NoOutput.Value;
    }
}
