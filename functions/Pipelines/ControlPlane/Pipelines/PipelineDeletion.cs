using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>Takes a pipeline, its versions and its runs away. What runs for it is told to stop first. An unknown one is no error.</summary>
public sealed class PipelineDeletion
{
    private readonly PipelineStore _pipelines;
    private readonly PipelineRunStore _runs;
    private readonly ExecutionStops _stops;
    private readonly GitHubTokens _tokens;

    internal PipelineDeletion(PipelineStore pipelines, PipelineRunStore runs, ExecutionStops stops, GitHubTokens tokens) => (_pipelines, _runs, _stops, _tokens) = (pipelines, runs, stops, tokens);

    /// <exception cref="ConcurrentModificationException">Runs were started meanwhile, again and again.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        await _pipelines.CloseAsync(name, cancellationToken);
        string? token = null;
        do
        {
            (var runs, token) = await _runs.ListAsync(name, token, limit: 100, cancellationToken);
            foreach (var run in runs.Where(run => !run.HasEnded))
            {
                await StopAsync(run, cancellationToken);
            }
        }
        while (token is not null);
        await _pipelines.DeleteAsync(name, cancellationToken);
        await _tokens.DeleteAsync(name, cancellationToken);
    }

    private async Task StopAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        try
        {
            await _stops.StopAsync(new StopRequestInput(run.PipelineName, run.PipelineExecutionId, Abandon: false, "the pipeline is deleted"), cancellationToken);
        }
        catch (Exception e) when (e is PipelineExecutionNotStoppableException or DuplicatedStopRequestException or PipelineExecutionNotFoundException)
        {
            // It has ended, or is being stopped: either is what is wanted.
        }
    }
}
