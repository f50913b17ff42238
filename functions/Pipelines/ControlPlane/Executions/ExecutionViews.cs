using Sluice.Pipelines.Events;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Shows a run, and lists the runs of a pipeline.</summary>
public sealed class ExecutionViews
{
    private readonly PipelineStore _pipelines;
    private readonly PipelineRunStore _runs;

    internal ExecutionViews(PipelineStore pipelines, PipelineRunStore runs) => (_pipelines, _runs) = (pipelines, runs);

    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<PipelineExecutionView> GetAsync(string pipelineName, string pipelineExecutionId, CancellationToken cancellationToken = default) =>
        await ViewAsync((await _runs.GetAsync(pipelineName, pipelineExecutionId, cancellationToken)).Value, cancellationToken);

    /// <summary>The newest first, from an index that may lag behind a moment.</summary>
    /// <param name="pipelineName">The pipeline; an unknown one has no runs.</param>
    /// <param name="nextToken">Where the last page ended.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<PipelineExecutionPage> ListAsync(
        string pipelineName, string? nextToken = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        var (runs, token) = await _runs.ListAsync(pipelineName, nextToken, limit, cancellationToken);
        var views = new List<PipelineExecutionView>();
        foreach (var run in runs)
        {
            views.Add(await ViewAsync(run, cancellationToken));
        }

        return new PipelineExecutionPage(views, token);
    }

    /// <summary>The actions that services are at now.</summary>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<IReadOnlyList<RunningAction>> GetRunningActionsAsync(
        string pipelineName, string pipelineExecutionId, CancellationToken cancellationToken = default)
    {
        var run = (await _runs.GetAsync(pipelineName, pipelineExecutionId, cancellationToken)).Value;
        var pipeline = await _pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken);
        return [.. run.Stages.SelectMany(stage => RunningWork.Of(pipeline, run, stage)).Select(RunningAction.Of)];
    }

    private async Task<PipelineExecutionView> ViewAsync(PipelineRun run, CancellationToken cancellationToken) =>
        PipelineExecutionView.Of(await _pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken), run);
}
