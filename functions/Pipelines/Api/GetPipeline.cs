using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Api;

/// <summary>Shows a pipeline and what the poller last saw of its sources.</summary>
public sealed class GetPipeline
{
    private readonly PipelineStore _pipelines;
    private readonly SourceStates _sources;

    internal GetPipeline(PipelineStore pipelines, SourceStates sources)
    {
        _pipelines = pipelines;
        _sources = sources;
    }

    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<StoredPipeline> GetAsync(string name, CancellationToken cancellationToken = default) =>
        (await _pipelines.FindAsync(name, cancellationToken))?.Value ?? throw new PipelineNotFoundException(name);

    /// <summary>A source that was never polled is left out.</summary>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<IReadOnlyList<SourceState>> GetSourcesAsync(string name, CancellationToken cancellationToken = default) =>
        await _sources.GetAsync((await GetAsync(name, cancellationToken)).Pipeline, cancellationToken);
}
