using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Changes that people make to a run at one stage.</summary>
internal sealed class StageChanges(PipelineStore pipelines, PipelineRunStore runs, ParkedRuns parked, ITable table)
{
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="run">The run.</param>
    /// <param name="decide">What becomes of it.</param>
    /// <param name="missing">The error for a run that is not there: the original's model has none of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConcurrentPipelineExecutionsLimitExceededException">As many runs as there may be are under way.</exception>
    public async Task ChangeAsync(string pipeline, string stage, string run, Func<Turn, Turn> decide, Func<string, Exception> missing, CancellationToken cancellationToken)
    {
        var stored = await pipelines.GetAsync(pipeline, cancellationToken);
        if (stored.Pipeline.Stages.All(declared => declared.Name != stage))
        {
            throw new StageNotFoundException(pipeline, stage);
        }

        var seen = await runs.FindAsync(pipeline, run, cancellationToken) ?? throw missing($"the pipeline has no run '{run}'");
        await CheckLimitAsync(seen.Value, cancellationToken);
        var turn = await runs.ChangeAsync(pipeline, run, decide, cancellationToken);
        await parked.WakeAsync(pipeline, turn.Wakes, cancellationToken);
    }

    private async Task CheckLimitAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        if (run.HasEnded && run.Mode != ExecutionMode.SUPERSEDED
            && (await table.GetAsync(PipelineKeys.Counter(run.PipelineName), cancellationToken))?.Read<RunCounter>() is { Active: >= RunStarter.MostActive })
        {
            throw new ConcurrentPipelineExecutionsLimitExceededException(run.PipelineName, RunStarter.MostActive);
        }
    }
}
