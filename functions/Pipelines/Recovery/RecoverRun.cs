using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Recovery;

/// <summary>Ends the stage of a run whose machine is gone, so that no other run waits for it for ever.</summary>
public sealed class RecoverRun
{
    private readonly PipelineRunStore _runs;
    private readonly ParkedRuns _parked;
    private readonly ILogger<RecoverRun> _log;

    internal RecoverRun(PipelineRunStore runs, ParkedRuns parked, ILogger<RecoverRun> log)
    {
        _runs = runs;
        _parked = parked;
        _log = log;
    }

    /// <summary>Safe to repeat; an execution that is no run's, and a run that has ended, are left as they are.</summary>
    public async Task RecoverAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail is not { IsBroken: true } end || end.ReadInput<RunInput>() is not { PipelineName: { } pipeline, PipelineExecutionId: { } id })
        {
            return;
        }

        if (await _runs.FindAsync(pipeline, id, cancellationToken) is not { Value: var run })
        {
            return;
        }

        await _parked.WakeAsync(pipeline, run.Wakes, cancellationToken);
        var turn = await _runs.ChangeAsync(pipeline, id, seen => Decide(seen, end), cancellationToken);
        await _parked.WakeAsync(pipeline, turn.Wakes, cancellationToken);
        _log.LogWarning(
            "The machine of the run {Run} of the pipeline {Pipeline} ended {Status}; the run is {RunStatus}",
            id,
            pipeline,
            end.Status,
            turn.Run.Status);
    }

    /// <summary>The stage that the machine was at has failed; it may not have come to one yet.</summary>
    internal static Turn Decide(Turn turn, ExecutionEnd end)
    {
        if (turn.Run.HasEnded)
        {
            return turn;
        }

        var error = end.Failure is { } failure ? $" {failure.Describe()}" : "";
        var message = $"The pipeline's state machine ended {end.Status}.{error}";
        var at = turn.Run.Stages.Count == 0 ? RunFlow.Begin(turn)
            : RunProgress.StageOf(turn.Run, MachineNames.Number(end.Name)) is { Phase: not StagePhase.Done } stage ? new StageTurn(turn, stage.StageName) : null;
        return at is null ? turn : RunEnd.Lost(at, message);
    }
}
