using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Json;

namespace Sluice.Local.Host.Sources;

/// <summary>
/// Has each pipeline's sources looked at by themselves and at their own pace, so that none waits for another: a repository on this machine when something changed in it, one on another host as the poll
/// says. In AWS a schedule asks for all of them.
/// </summary>
internal sealed class SourceWatch(Func<JsonNode, CancellationToken, Task<JsonNode?>> poll, PipelineCatalog pipelines, IFolderEvents events, TimeSpan every, TimeProvider time, ILogger<SourceWatch> logger)
{
    private readonly Dictionary<string, WatchedPipeline> _watched = new(StringComparer.Ordinal);
    private readonly Signal _signal = new();

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await LookAsync(stop);
                using var late = new CancellationTokenSource(every, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
                await _signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await EndAsync();
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await KeepAsync(await AllAsync(stop));
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning(e, "The pipelines cannot be listed; again in {Period}", every);
        }

        foreach (var watched in _watched.Values.Where(watched => watched.TakeDue()))
        {
            watched.Poll = PollAsync(watched, stop);
        }
    }

    /// <summary>Takes up new pipelines and new versions, and lets go those that are gone.</summary>
    private Task KeepAsync(IReadOnlyList<PipelineDeclaration> all)
    {
        foreach (var gone in _watched.Keys.Except(all.Select(pipeline => pipeline.Name)).ToList())
        {
            _watched.Remove(gone, out var watched);
            watched!.Dispose();
        }

        foreach (var pipeline in all)
        {
            if (!_watched.TryGetValue(pipeline.Name, out var known) || known.Version != pipeline.Number())
            {
                known?.Dispose();
                _watched[pipeline.Name] = new WatchedPipeline(pipeline, events, _signal.Raise, every, time);
            }
        }

        return Task.CompletedTask;
    }

    private async Task PollAsync(WatchedPipeline watched, CancellationToken stop)
    {
        try
        {
            var answer = await poll(new JsonObject { ["pipelineName"] = watched.Name }, stop);
            var result = answer.Deserialize<PollResult>(SluiceJson.Options)!;
            watched.Polled(result.Polled.Count > 0 ? result.Polled[0].Next : every);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning(e, "Polling the sources of {Pipeline} failed; again in {Period}", watched.Name, every);
            watched.Polled(every);
        }
    }

    private async Task<List<PipelineDeclaration>> AllAsync(CancellationToken stop)
    {
        var all = new List<PipelineDeclaration>();
        string? token = null;
        do
        {
            (var page, token) = await pipelines.ListAsync(token, limit: 100, stop);
            all.AddRange(page.Select(stored => stored.Pipeline));
        }
        while (token is not null);
        return all;
    }

    private async Task EndAsync()
    {
        await Task.WhenAll(_watched.Values.Select(watched => watched.Poll)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var watched in _watched.Values)
        {
            watched.Dispose();
        }
    }
}
