using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What a stop makes of a run.</summary>
internal static class RunStop
{
    public static Turn Decide(Turn turn, bool abandon, string? reason)
    {
        var run = turn.Run;
        if (run.HasEnded)
        {
            throw new PipelineExecutionNotStoppableException(run.PipelineExecutionId, run.Status);
        }

        if (run.Stop is not null && !abandon)
        {
            throw new DuplicatedStopRequestException(run.PipelineExecutionId);
        }

        var stopping = turn.With(run with { Stop = run.Stop ?? new StopRequest(reason, turn.Now), LastUpdateTime = turn.Now });
        return abandon || run.ActiveStages.All(stage => stage.Phase == StagePhase.Door) ? RunEnd.Stopped(stopping, stopping.Run.Stop!.Reason) : Waits(stopping);
    }

    /// <summary>The doors are left at once; what runs in a stage is waited for.</summary>
    private static Turn Waits(Turn turn)
    {
        var doors = turn.Run.ActiveStages.Where(stage => stage.Phase == StagePhase.Door).ToList();
        var left = doors.Aggregate(turn, (told, stage) => StageDoor.Leave(told, stage.StageName));
        var stages = left.Run.Stages.Select(stage => stage.Phase switch
        {
            StagePhase.Done => stage,
            StagePhase.Door => stage with { Phase = StagePhase.Done, EndedAt = turn.Now },
            _ => stage with { Status = StageExecutionStatus.Stopping },
        });
        return left.With(left.Run with { Status = PipelineExecutionStatus.Stopping, Stages = [.. stages] });
    }
}
