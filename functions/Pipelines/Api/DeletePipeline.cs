using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Api;

/// <summary>Takes a pipeline, its versions and its runs away. An unknown one is no error.</summary>
internal sealed class DeletePipeline
{
    private readonly PipelineStore _pipelines;
    private readonly PipelineRunStore _runs;

    internal DeletePipeline(PipelineStore pipelines, PipelineRunStore runs)
    {
        _pipelines = pipelines;
        _runs = runs;
    }

    /// <exception cref="PipelineInUseException">A run is in one of its stages or waits for one.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        if (await _runs.AnyInStagesAsync(name, cancellationToken))
        {
            throw new PipelineInUseException(name);
        }

        await _pipelines.DeleteAsync(name, cancellationToken);
    }
}
