using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What a stop makes of a run.</summary>
internal static class RunStop
{
    public static Turn Decide(Turn turn, bool abandon, string? reason)
    {
        var run = turn.Run;
        if (run.Phase == RunPhase.Ended)
        {
            throw new PipelineExecutionNotStoppableException(run.PipelineExecutionId, run.Status);
        }

        if (run.Stop is not null && !abandon)
        {
            throw new DuplicatedStopRequestException(run.PipelineExecutionId);
        }

        var stopping = turn.With(run with { Stop = run.Stop ?? new StopRequest(reason, turn.Now), LastUpdateTime = turn.Now });
        return abandon || run.Phase == RunPhase.Entering ? RunEnd.Stopped(stopping) : Waits(stopping);
    }

    private static Turn Waits(Turn turn)
    {
        var run = turn.Run with { Status = PipelineExecutionStatus.Stopping };
        return turn.With(run.WithStage(run.Stage with { Status = StageExecutionStatus.Stopping }));
    }
}
