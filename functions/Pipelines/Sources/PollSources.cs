using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Sources;

/// <summary>Looks at the branches of all pipelines' sources, and starts a run where one has moved.</summary>
public sealed class PollSources
{
    // They wait for answers more than they work. Requests to one host are fewer.
    private const int AtOnce = 64;
    private readonly PipelineStore _pipelines;
    private readonly PipelinePoll _poll;
    private readonly ILogger<PollSources> _log;

    internal PollSources(PipelineStore pipelines, PipelinePoll poll, ILogger<PollSources> log)
    {
        _pipelines = pipelines;
        _poll = poll;
        _log = log;
    }

    /// <summary>Never fails for a source that cannot be read: that is kept, logged and returned once. Safe to repeat and to overlap.</summary>
    public async Task<PollResult> PollAsync(PollRequest request, CancellationToken cancellationToken = default)
    {
        return await PollAsync(await PipelinesAsync(request.PipelineName, cancellationToken), request.PipelineName is null ? Look.IfDue : Look.Now, cancellationToken);
    }

    /// <summary>Looks at the pipelines that something has happened to.</summary>
    internal async Task<PollResult> PollAsync(Func<PipelineDeclaration, bool> concerns, CancellationToken cancellationToken) =>
        await PollAsync([.. (await PipelinesAsync(null, cancellationToken)).Where(concerns)], Look.Told, cancellationToken);

    private async Task<PollResult> PollAsync(IReadOnlyList<PipelineDeclaration> pipelines, Look look, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(AtOnce);
        var results = await Task.WhenAll(pipelines.Select(pipeline => OneAsync(pipeline, look, places, cancellationToken)));
        return new PollResult(
            [.. results.SelectMany(result => result.Started)], [.. results.SelectMany(result => result.Errors)], [.. results.SelectMany(result => result.Polled)]);
    }

    private async Task<PollResult> OneAsync(PipelineDeclaration pipeline, Look look, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await _poll.PollAsync(pipeline, look, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One pipeline's trouble must not keep the others from being polled; the next poll tries again.
            _log.LogError(e, "Polling the pipeline {Pipeline} failed", pipeline.Name);
            return new PollResult([], [new SourceError(pipeline.Name, "", e.Message)], []);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<IReadOnlyList<PipelineDeclaration>> PipelinesAsync(string? only, CancellationToken cancellationToken) =>
        only is null ? await _pipelines.AllAsync(cancellationToken)
        : await _pipelines.FindAsync(only, cancellationToken) is { } found ? [found.Value.Pipeline]
        : throw new PipelineNotFoundException(only);
}
