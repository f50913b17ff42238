using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Api;

/// <summary>Lists pipelines by name, from an index that may lag behind a moment.</summary>
public sealed class ListPipelines
{
    private readonly PipelineStore _pipelines;

    internal ListPipelines(PipelineStore pipelines) => _pipelines = pipelines;

    /// <param name="nextToken">Where the last page ended.</param>
    /// <param name="limit">1 to 1000.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<PipelinePage> ListAsync(string? nextToken = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        var (pipelines, token) = await _pipelines.ListAsync(nextToken, limit, cancellationToken);
        return new PipelinePage(pipelines, token);
    }
}
