using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Api;

/// <summary>Shows a run, and lists the runs of a pipeline.</summary>
public sealed class GetPipelineExecution
{
    private readonly PipelineStore _pipelines;
    private readonly PipelineRunStore _runs;

    internal GetPipelineExecution(PipelineStore pipelines, PipelineRunStore runs)
    {
        _pipelines = pipelines;
        _runs = runs;
    }

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
        string pipelineName, string pipelineExecutionId, CancellationToken cancellationToken = default) =>
        StopPipelineExecution.Running((await _runs.GetAsync(pipelineName, pipelineExecutionId, cancellationToken)).Value);

    private async Task<PipelineExecutionView> ViewAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        var door = run.Phase == RunPhase.Entering
            ? (await _pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken)).Stages[run.StageIndex].Name
            : null;
        return PipelineExecutionView.Of(run, door);
    }
}
